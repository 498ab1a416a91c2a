import type { Frequency } from '../due-rule.ts';
import { dropEnd, type Passage } from './passage.ts';
import type { FoundResponsibility } from './responsibilities.ts';
import { looksLikeUnit } from './units.ts';

/** A report that somebody owes again and again. */
export interface FoundReport {
  readonly who: string;
  readonly to: string;
  readonly via: string | undefined;
  readonly frequency: readonly Frequency[];
  readonly frequencyText: string | undefined;
  readonly dueText: string | undefined;
  readonly adHoc: boolean;
  readonly about: string;
  readonly section: string;
  readonly lines: readonly number[];
}

/** The reporting duties among somebody's duties: each clause that reports to a named receiver. */
export function reportsOf(responsibility: FoundResponsibility): FoundReport[] {
  return responsibility.duties.flatMap((duty) => reportsOfText(duty, responsibility.role.text, responsibility.section));
}

/** The reporting duties of a text whose subject is known. */
export function reportsOfText(duty: Passage, who: string, section: string): FoundReport[] {
  const found: FoundReport[] = [];
  let topic = '';
  for (const clause of duty.text.split(/(?<=[;.])\s+/u)) {
    const report = reportOf(dropEnd(clause), topic);
    if (report) found.push({ ...report, who: who || subjectOf(clause), section, lines: duty.lines });
    topic = topicOf(clause, topic);
  }
  return found;
}

/** Who reports, in a sentence of its own: "Hằng quý, các công chức chuyên môn báo cáo kết quả về …". */
function subjectOf(clause: string): string {
  const before = clause.slice(
    0,
    Math.max(0, clause.search(/\s(?:báo cáo|gửi|có trách nhiệm|tổng hợp|thực hiện)(?=\s)/u)),
  );
  return before.split(/,\s+(?=các\s|\p{Lu})/u).findLast(looksLikeUnit) ?? '';
}

type ReportWords = Omit<FoundReport, 'who' | 'section' | 'lines'>;

const receiver =
  /(?:[Bb]áo cáo(?<thing>[^,;:]*?)\s(?:gửi|về|cho|lên|trình|tới)(?:\s+về)?|(?:[Gg]ửi|[Tt]rình|[Nn]ộp)(?<sent>[^,;:]*?báo cáo[^,;:]*?)\s(?:về|cho|lên|tới|đến)|[Bb]áo cáo)\s+(?<to>(?:Chủ tịch|Chuyên viên|Cán bộ|Giám đốc|Trưởng|Thủ trưởng|Thường trực|Thường vụ|Lãnh đạo|UBND|HĐND|Ủy ban|Hội đồng|Phòng|Sở|Văn phòng|Công chức|Bộ phận|Ban|Đảng ủy|Huyện ủy|Trung tâm|Cơ quan|Bộ|Tổ|Công an)\s?.*)$/u;
const endOfName =
  /\s*(?:,(?=\s)|\(|\(qua|\bqua\b|\s(?:định kỳ|hằng|hàng|theo quy định|theo định kỳ|trước ngày|trước|vào ngày|chậm nhất|kết quả|tình hình|số|về|để|khi|việc|công tác|tiến độ|hoặc|danh|trong|mỗi|những|các|theo)(?=\s|$))/u;
const when =
  /(?:định kỳ|hằng|hàng|mỗi|theo)\s*(?:tuần|tháng|quý|năm|06 tháng|6 tháng|09 tháng|9 tháng|quy định)|cuối quý|(?:báo cáo|định kỳ)\s+(?:tuần|tháng|quý|6 tháng|năm)|quý|6 tháng|theo quy định|đột xuất|trước ngày \d/u;

function reportOf(clause: string, topic: string): ReportWords | undefined {
  const match = receiver.exec(clause);
  if (!match?.groups || !when.test(clause.toLowerCase())) return undefined;
  const rest = match.groups.to ?? '';
  const name = nameOf(rest);
  if (!looksLikeUnit(name)) return undefined;
  const through = /\(?qua\s+(?<by>[^();,]*?)(?:\)|;|,|\s(?:để|định kỳ|hằng|hàng|theo quy định|trước ngày)|$)/u.exec(
    rest,
  )?.groups?.by;
  const frequency = frequencyOf(clause.toLowerCase());
  const dueText =
    /(?:trước|chậm nhất|vào) ngày \d{1,2}(?: của)?(?: hằng| hàng)?(?: tháng(?: cuối(?: của)? quý)?)?(?: (?:hằng|hàng) (?:tháng|quý))?/u.exec(
      clause,
    )?.[0];
  const said = /(?:định kỳ )?theo quy định|theo định kỳ|định kỳ/u.exec(clause)?.[0];
  const via =
    /(?:trình|tham mưu(?: cho)?)\s+(?<by>(?:Ủy ban nhân dân|UBND|Chủ tịch|Lãnh đạo)[^,;]*?)\s+(?:để )?báo cáo/u.exec(
      clause,
    )?.groups?.by;
  return {
    to: through ? `${name} (qua ${through.trim()})` : name,
    via,
    frequency,
    frequencyText: frequency.length === 0 ? said : undefined,
    dueText,
    adHoc: /đột xuất/u.test(clause),
    about: aboutOf(clause, rest, match.groups.thing ?? match.groups.sent ?? '', topic),
  };
}

/** The receiver's name, with further units after a comma ("UBND huyện, Sở Nội vụ"). */
function nameOf(rest: string): string {
  const end = endOfName.exec(rest);
  const name = dropEnd(end ? rest.slice(0, end.index) : rest);
  const more = rest.slice(name.length).replace(/^,\s+/u, '');
  return rest.charAt(name.length) === ',' && looksLikeUnit(more) && /^\p{Lu}/u.test(more)
    ? `${name}, ${nameOf(more)}`
    : name;
}

const periods: readonly (readonly [Frequency, RegExp])[] = [
  ['week', /(?:hằng|hàng|mỗi|từng|định kỳ) tuần|báo cáo tuần/u],
  ['month', /(?:hằng|hàng|mỗi|từng|định kỳ)(?: tuần,)? tháng|báo cáo tháng/u],
  ['quarter', /quý(?! định)/u],
  ['6months', /\b0?6 tháng/u],
  ['9months', /\b0?9 tháng/u],
  [
    'year',
    /(?:(?:hằng|hàng|cả|mỗi|định kỳ) năm|, (?:và )?(?:cả )?năm(?! \d)|và (?:cả |cuối |hằng |hàng )?năm(?! \d)|tháng,? năm(?! \d)|cuối năm)/u,
  ],
];

/** The frequencies that a clause names, in the order week to year. */
export function frequencyOf(clause: string): Frequency[] {
  return periods.filter(([, form]) => form.test(clause)).map(([frequency]) => frequency);
}

function aboutOf(clause: string, rest: string, thing: string, topic: string): string {
  const after = /(?:^|\s)((?:kết quả|tình hình|số|về|tiến độ|công tác)\s.*)$/u.exec(rest)?.[1] ?? '';
  const cleaned = [thing, after].map((text) =>
    text
      .replace(timeWords, '')
      .replace(/^\s*về\s+/u, '')
      .trim(),
  );
  const direct = cleaned.find((text) => text.split(' ').length > 3) ?? '';
  const before = clause
    .slice(0, clause.search(/báo cáo/u))
    .replace(timeWords, '')
    .trim();
  const verbs = before.replace(/(?:[,;]|\bvà)\s*$/u, '').replace(/^(?:chủ trì|tổng hợp)\s+/iu, '');
  const about = direct || (verbs.split(' ').length > 3 ? verbs : '') || topic || cleaned.find((text) => text !== '');
  return dropEnd(about || 'kết quả thực hiện Kế hoạch');
}

const timeWords =
  /(?:,?\s*(?:định kỳ|theo định kỳ)?\s*(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm).*$)|(?:\s*(?:định kỳ )?theo quy định.*$)|(?:\s*trước ngày.*$)|(?:\s*định kỳ.*$)/u;

function topicOf(clause: string, topic: string): string {
  const match = /(?:nội dung|nhiệm vụ(?: về)?|công tác)\s+(?<topic>[\p{L}].*)$/u.exec(dropEnd(clause));
  return match?.groups?.topic ?? topic;
}
