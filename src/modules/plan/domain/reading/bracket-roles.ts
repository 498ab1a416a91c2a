import type { ColumnKind } from './columns.ts';
import type { Labelled } from './labels.ts';
import { itemText, type Passage } from './passage.ts';
import { looksLikeUnit } from './units.ts';

const bracket = /\s*\((?<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.;]?$/u;
const lead =
  /^(?:do |giao )?(?<unit>.+?)\s+(?:chủ trì|thực hiện|chịu trách nhiệm|phụ trách)(?:\s+(?:thực hiện|tham mưu))?(?=[\s,;]|$)/iu;
const withOthers = /phối hợp(?:\s+với)?\s*:?\s*(?<units>.+)$/iu;
const due =
  /^(?:hoàn thành|thời gian|thời hạn|xong|trong|trước|quý|tháng|hằng|hàng|thường xuyên|chậm nhất|định kỳ|năm)(?=[\s:,]|$)/iu;
const product = /^(?:sản phẩm|kết quả)\s*:?\s*/iu;

/**
 * Who and when from brackets without labels at the end of an item: "(Công chức Tư pháp chủ trì, phối hợp với các thôn;
 * hoàn thành trong quý I/2024)". Undefined when the brackets say nothing of the kind.
 */
export function cutBracketRoles(passage: Passage): { before: string; labelled: Labelled[] } | undefined {
  const match = bracket.exec(passage.text);
  const inside = match?.groups?.inside;
  if (!match || inside === undefined) return undefined;
  const labelled: Labelled[] = [];
  const add = (kind: ColumnKind, text: string) => {
    labelled.push({ kind, label: '', value: { text: itemText(text), lines: passage.lines } });
  };
  for (const part of inside.split(/;\s*|,\s+(?=phối hợp|hoàn thành|thời gian|thời hạn)/iu)) {
    const unit = lead.exec(part)?.groups?.unit;
    const others = withOthers.exec(part)?.groups?.units;
    if (unit !== undefined && looksLikeUnit(unit)) add('lead', unit);
    if (others !== undefined) add('coordinators', others);
    else if (due.test(part))
      add('deadline', part.replace(/^(?:thời gian|thời hạn)(?:\s+(?:hoàn thành|thực hiện))?\s*:?\s*/iu, ''));
    else if (product.test(part)) add('outputs', part.replace(product, ''));
  }
  if (!labelled.some(({ kind }) => kind === 'lead')) return undefined;
  const stop = /[.;]$/u.test(passage.text) ? '.' : '';
  return { before: `${passage.text.slice(0, match.index).trim()}${stop}`, labelled };
}
