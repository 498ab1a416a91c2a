import type { ColumnKind } from './columns.ts';
import type { Labelled } from './labels.ts';
import { itemText, type Passage } from './passage.ts';
import { looksLikeUnit } from './units.ts';

const bracket = /\s*\((?<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.;]?$/u;
const sentence = /(?:^|[.;]\s+)Giao\s+(?<words>[^.;]*?\s(?:chủ trì|phụ trách)[^.;]*)[.;]?$/u;
const lead =
  /^(?:do |giao )?(?<unit>.+?)\s+(?:chủ trì|thực hiện|chịu trách nhiệm|phụ trách)(?:\s+(?:thực hiện|tham mưu))?(?=[\s,;]|$)/iu;
const withOthers = /phối hợp(?:\s+với)?\s*:?\s*(?<units>.+)$/iu;
const due =
  /^(?:hoàn thành|thời gian|thời hạn|xong|trong|trước|quý|tháng|hằng|hàng|thường xuyên|chậm nhất|định kỳ|năm)(?=[\s:,]|$)/iu;
const product = /^(?:sản phẩm|kết quả)\s*:?\s*/iu;

/**
 * Who and when from brackets without labels at the end of an item: "(Công chức Tư pháp chủ trì, phối hợp với các thôn;
 * hoàn thành trong quý I/2024)". Undefined when the brackets name no lead.
 */
export function cutBracketRoles(passage: Passage): { before: string; labelled: Labelled[] } | undefined {
  const match = bracket.exec(passage.text);
  const labelled = rolesOfPhrase(match?.groups?.inside ?? '', passage.lines);
  if (!match || labelled.length === 0) return undefined;
  const stop = /[.;]$/u.test(passage.text) ? '.' : '';
  return { before: `${passage.text.slice(0, match.index).trim()}${stop}`, labelled };
}

/** Who and when from a sentence at the end: "Giao Phòng Nội vụ chủ trì, phối hợp với các xã, hoàn thành trong quý I." */
export function rolesOfSentence(passage: Passage): Labelled[] {
  return rolesOfPhrase(sentence.exec(passage.text)?.groups?.words ?? '', passage.lines);
}

/** What a phrase says of lead, others, time and product; nothing when it names no lead. */
function rolesOfPhrase(phrase: string, lines: readonly number[]): Labelled[] {
  const labelled: Labelled[] = [];
  const add = (kind: ColumnKind, text: string) => {
    labelled.push({ kind, label: '', value: { text: itemText(text), lines } });
  };
  for (const part of phrase.split(/;\s*|,\s+(?=phối hợp|hoàn thành|thời gian|thời hạn)/iu)) {
    const unit = lead.exec(part)?.groups?.unit ?? '';
    const others = withOthers.exec(part)?.groups?.units;
    if (looksLikeUnit(unit)) add('lead', unit);
    if (others !== undefined) add('coordinators', others.replace(/\s+(?:tổ chức\s+)?(?:thực hiện|triển khai)$/u, ''));
    else if (due.test(part))
      add('deadline', part.replace(/^(?:thời gian|thời hạn)(?:\s+(?:hoàn thành|thực hiện))?\s*:?\s*/iu, ''));
    else if (product.test(part)) add('outputs', part.replace(product, ''));
  }
  return labelled.some(({ kind }) => kind === 'lead') ? labelled : [];
}
