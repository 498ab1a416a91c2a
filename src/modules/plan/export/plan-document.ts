import { formatDate, type PlainDate, partsOf } from '#kernel/plain-date.ts';
import type { ContentTask, PlanContent } from '../domain/version/plan-content.ts';
import type { RowChange } from '../domain/version/version-diff.ts';
import { type ChangeOf, changeMark } from './change-marks.ts';

/** What a plan's Word file is made from. */
export interface DocumentSource {
  readonly content: PlanContent;
  readonly version: number;
  readonly decisionNumber: string | null;
  readonly decisionDate: PlainDate | null;
  /** How each row differs from the version before, by key. */
  readonly changes: ReadonlyMap<string, RowChange>;
  /** What the version before had and this one has not, in words. */
  readonly removed: readonly string[];
  readonly fieldNames: ReadonlyMap<string, string>;
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

interface Rows {
  readonly heading: string;
  readonly rows: readonly { readonly text: string }[];
}

/** A part with its heading, or none when it has no rows: loops of the template are lists. */
function part(heading: string, texts: readonly string[]): readonly Rows[] {
  return texts.length === 0 ? [] : [{ heading, rows: texts.map((text) => ({ text })) }];
}

/** The data that `templates/plan.docx` asks for: every tag of the template has its value here. */
export function planDocument(source: DocumentSource) {
  const { content } = source;
  const mark: ChangeOf = (key) => changeMark(source.changes.get(key));
  let chapter = 0;
  const next = () => roman[chapter++] ?? String(chapter);
  const marked = (row: { readonly key: string; readonly content: string }) => `${row.content}${mark(row.key)}`;
  const statements = (kind: string) => content.statements.filter((row) => row.kind === kind);
  const purposes = statements('purpose').map((row, index) => `${index + 1}. ${marked(row)}`);
  const purposesPart = part(purposes.length > 0 ? `${next()}. MỤC ĐÍCH, YÊU CẦU` : '', purposes);
  const goals = next();
  const funding = statements('funding').map(marked);
  const fundingPart = part(funding.length > 0 ? `${next()}. KINH PHÍ THỰC HIỆN` : '', funding);
  const responsible = content.responsibilities;
  const reports = content.reportDuties.map((row) => `- ${reportWords(row)}${mark(row.key)}`);
  return {
    ...letterhead(source),
    kind: 'KẾ HOẠCH',
    title: titleOf(content.header.title),
    attached: attachedTo(source),
    purposesPart,
    goalsHeading: `${goals}. MỤC TIÊU, NHIỆM VỤ`,
    objectivesPart: part(
      '1. Mục tiêu',
      statements('objective').map((row) => `- ${marked(row)}`),
    ),
    targetsPart: part(
      'Chỉ tiêu cụ thể',
      content.targets.map((row) => `- ${marked(row)}`),
    ),
    sections: sectionsOf(content, mark),
    fundingPart,
    carryingOut:
      responsible.length === 0
        ? []
        : [
            {
              heading: `${next()}. TỔ CHỨC THỰC HIỆN`,
              rows: responsible.map((row, index) => ({
                heading: `${index + 1}. ${row.written}${mark(row.key)}`,
                duties: row.duties.map((text) => ({ text: `- ${text}` })),
              })),
            },
          ],
    reportsPart: part(reports.length > 0 ? `${next()}. CHẾ ĐỘ BÁO CÁO` : '', reports),
    removedPart: part(
      source.removed.length > 0 ? `Nội dung bỏ so với phiên bản ${source.version - 1}` : '',
      source.removed.map((text) => `- ${text}`),
    ),
    recipients: '- Như trên;\n- Lưu: VT.',
    appendices: appendicesOf(source, mark),
  };
}

function letterhead({ content, decisionNumber, decisionDate }: DocumentSource) {
  const { issuer } = content.header;
  const match = /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(.+)$/iu.exec(issuer);
  const place = (match?.[2] ?? issuer).replace(/^(?:xã|phường|thị trấn|đặc khu|huyện|thành phố|tỉnh)\s+/iu, '');
  const day = decisionDate === null ? undefined : partsOf(decisionDate);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = day
    ? `ngày ${two(day.day)} tháng ${two(day.month)} năm ${day.year}`
    : `ngày … tháng … năm ${content.header.year - 1}`;
  const own = decisionNumber !== null && !/QĐ/.test(decisionNumber) ? decisionNumber : '…/KH-UBND';
  return {
    issuerFirst: match ? 'ỦY BAN NHÂN DÂN' : issuer.toLocaleUpperCase('vi'),
    issuerSecond: match ? (match[2] ?? '').toLocaleUpperCase('vi') : '',
    number: own,
    placeAndDate: `${place}, ${date}`,
  };
}

/** "Kế hoạch cải cách hành chính năm 2022" stands under the word KẾ HOẠCH as "Cải cách hành chính năm 2022". */
function titleOf(title: string): string {
  const rest = title.replace(/^kế hoạch\s+/iu, '');
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
}

function attachedTo({ content, decisionNumber, decisionDate }: DocumentSource): readonly { readonly text: string }[] {
  if (decisionNumber !== null && /QĐ/.test(decisionNumber)) {
    const date = decisionDate === null ? '' : ` ngày ${formatDate(decisionDate)}`;
    return [{ text: `(Ban hành kèm theo Quyết định số ${decisionNumber}${date} của ${content.header.issuer})` }];
  }
  const { decisionText } = content.header;
  return decisionText === null || decisionNumber !== null ? [] : [{ text: `(${decisionText})` }];
}

function sectionsOf(content: PlanContent, mark: ChangeOf): readonly Rows[] {
  const sections = Map.groupBy(content.narrative, (row) => `${row.section}. ${row.sectionTitle}`);
  return [...sections].map(([heading, rows]) => ({
    heading,
    rows: rows.map((row) => ({
      text: `${row.letter === '' ? '- ' : `${row.letter}) `}${row.content}${mark(row.key)}`,
    })),
  }));
}

function reportWords(row: PlanContent['reportDuties'][number]): string {
  const often = row.frequency.length > 0 ? row.frequency.map((one) => frequencyWords[one] ?? one).join(', ') : '';
  const when = [often, row.frequencyText ?? '', row.dueText ?? ''].filter((text) => text !== '').join('; ');
  return `${row.written}: báo cáo ${row.to} về ${row.about}${when === '' ? '' : ` (${when})`}`;
}

const frequencyWords: Readonly<Record<string, string>> = {
  week: 'hằng tuần',
  month: 'hằng tháng',
  quarter: 'hằng quý',
  '6months': '6 tháng',
  '9months': '9 tháng',
  year: 'năm',
};

function appendicesOf(source: DocumentSource, mark: ChangeOf) {
  const { content } = source;
  const from = `(Kèm theo ${content.header.title})`;
  const tables = content.appendices.map((appendix) => ({
    label: appendix.number === '' ? 'Bảng nhiệm vụ' : `PHỤ LỤC ${appendix.number}`,
    title: `${appendix.title}${mark(appendix.key)}`,
    tasks: content.tasks.filter((task) => task.appendixKey === appendix.key),
  }));
  const loose = Map.groupBy(
    content.tasks.filter((task) => task.appendixKey === null),
    (task) => task.fieldCode ?? '',
  );
  const others = [...loose].map(([code, tasks]) => ({
    label: 'BẢNG NHIỆM VỤ',
    title: source.fieldNames.get(code) ?? 'Nhiệm vụ khác',
    tasks,
  }));
  return [...tables, ...others]
    .filter((table) => table.tasks.length > 0)
    .map((table) => ({ ...table, from, tasks: withGroups(table.tasks).map((row) => taskRow(row, mark)) }));
}

type TableRow = ContentTask | { readonly group: string };

/** The rows of a table with a row for each group before its tasks. */
function withGroups(tasks: readonly ContentTask[]): TableRow[] {
  let last: string | null = null;
  return tasks.flatMap((task) => {
    const group = task.groupTitle === null ? null : [task.groupNumber, task.groupTitle].filter(Boolean).join('. ');
    const begins = group !== null && group !== last;
    last = group;
    return begins ? [{ group }, task] : [task];
  });
}

function taskRow(row: TableRow, mark: ChangeOf) {
  if ('group' in row) {
    return { no: '', content: row.group, outputs: '', leads: '', coordinators: '', due: '', note: '' };
  }
  const holders = (role: string) =>
    row.roles
      .filter((one) => one.role === role)
      .map((one) => (one.roleText === '' ? one.written : `${one.roleText}: ${one.written}`));
  const change = mark(row.key).replace(/[ ()]/g, ' ').trim();
  return {
    no: row.number,
    content: row.content,
    outputs: row.outputs.map((output) => `- ${output.content}`).join('\n'),
    leads: [...holders('lead'), ...holders('other')].join('\n'),
    coordinators: holders('coordinator').join('\n'),
    due: row.dueText,
    note: [change, row.ours ? '' : 'Việc của cấp trên'].filter((text) => text !== '').join('\n'),
  };
}
