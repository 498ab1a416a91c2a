import type { Term, TermUnit } from '#kernel/term.ts';
import { linkInOrder } from './default-process.ts';
import type { Actor, Level, ProcessBody, ProcessStep } from './process.ts';

/** A process of a province shown as an example; it is copied, never put into force itself. */
export interface ExampleProcess {
  readonly procedureCode: string;
  readonly name: string;
  /** Province and decision. */
  readonly exampleOf: string;
  readonly body: ProcessBody;
}

type Line = readonly [name: string, actor: Actor, words: string, norm: number | null, level?: Level];

/** Processes of provinces as they were published; norms in thousandths. */
export const exampleProcesses: readonly ExampleProcess[] = [
  {
    procedureCode: 'VI-DU-NGHE-AN',
    name: 'Ví dụ: quy trình 168 giờ làm việc tại UBND xã',
    exampleOf: 'Tỉnh Nghệ An, Quyết định số 3857 năm 2025',
    body: inOneLine({ unit: 'working-hour', milli: 168_000 }, 'working-hour', [
      ['Tiếp nhận hồ sơ', 'counter', 'Trung tâm Phục vụ hành chính công', 4_000],
      ['Phân công thụ lý', 'department-head', 'Lãnh đạo Phòng Kinh tế', 4_000],
      ['Thẩm định hồ sơ, dự thảo kết quả', 'officer', 'Chuyên viên', 112_000],
      ['Xem xét, trình ký', 'department-head', 'Lãnh đạo phòng', 24_000],
      ['Ký duyệt', 'leader', 'Lãnh đạo UBND xã', 16_000],
      ['Vào số, đóng dấu', 'records', 'Văn thư', 8_000],
      ['Trả kết quả', 'counter', 'Trung tâm Phục vụ hành chính công', null],
    ]),
  },
  {
    procedureCode: '1.004944',
    name: 'Chấm dứt việc chăm sóc thay thế cho trẻ em',
    exampleOf: 'Tỉnh Cao Bằng, Quyết định số 2022/QĐ-UBND ngày 27/11/2025',
    body: inOneLine({ unit: 'working-day', milli: 5_000 }, 'working-day', [
      ['Tiếp nhận hồ sơ', 'counter', 'Trung tâm Phục vụ hành chính công cấp xã', 500],
      ['Phân công thụ lý', 'department-head', 'Lãnh đạo Phòng Văn hóa - Xã hội', 500],
      ['Thẩm định hồ sơ, dự thảo kết quả', 'officer', 'Công chức Phòng Văn hóa - Xã hội', 2_000],
      ['Xem xét, trình ký', 'department-head', 'Lãnh đạo Phòng Văn hóa - Xã hội', 500],
      ['Ký duyệt', 'leader', 'Lãnh đạo UBND cấp xã', 1_000],
      ['Vào số, đóng dấu', 'records', 'Văn thư', 500],
      ['Trả kết quả', 'counter', 'Trung tâm Phục vụ hành chính công cấp xã', null],
    ]),
  },
  {
    procedureCode: '2.001661',
    name: 'Hỗ trợ học văn hóa, học nghề, trợ cấp khó khăn ban đầu cho nạn nhân',
    exampleOf: 'Tỉnh Cao Bằng, Quyết định số 2022/QĐ-UBND ngày 27/11/2025: 03 ngày ở xã, 05 ngày ở sở',
    body: inOneLine({ unit: 'working-day', milli: 8_000 }, 'working-day', [
      ['Tiếp nhận hồ sơ', 'counter', 'Trung tâm Phục vụ hành chính công cấp xã', 250],
      ['Phân công thụ lý', 'department-head', 'Lãnh đạo phòng', 250],
      ['Thẩm định hồ sơ', 'officer', 'Công chức', 1_000],
      ['Ký văn bản gửi sở', 'leader', 'Lãnh đạo UBND cấp xã', 1_000],
      ['Vào số, đóng dấu', 'records', 'Văn thư', 250],
      ['Chuyển hồ sơ lên sở', 'counter', 'Trung tâm Phục vụ hành chính công cấp xã', 250],
      ['Phân công thụ lý tại sở', 'department-head', 'Lãnh đạo phòng thuộc sở', 500, 'province'],
      ['Thẩm định tại sở', 'officer', 'Chuyên viên sở', 2_500, 'province'],
      ['Xem xét, trình ký tại sở', 'department-head', 'Lãnh đạo phòng thuộc sở', 500, 'province'],
      ['Ký duyệt tại sở', 'leader', 'Lãnh đạo sở', 1_000, 'province'],
      ['Vào số, đóng dấu tại sở', 'records', 'Văn thư sở', 500, 'province'],
      ['Trả kết quả', 'counter', 'Trung tâm Phục vụ hành chính công cấp xã', null],
    ]),
  },
];

/** Steps one after the other; each may be sent back to the step before it while it is of the same body. */
function inOneLine(declared: Term, unit: TermUnit, lines: readonly Line[]): ProcessBody {
  const steps = lines.map(
    ([name, actor, actorWords, milli, level = 'commune'], index): ProcessStep => ({
      no: index + 1,
      name,
      level,
      actor,
      actorWords,
      positionId: null,
      norm: milli === null ? null : { unit, milli },
      counted: milli !== null,
      product: '',
      recallable: false,
      joint: index > 0 && lines[index - 1]?.[4] !== lines[index]?.[4] && level !== 'commune' ? 'sequential' : 'none',
      final: index === lines.length - 1,
    }),
  );
  return { steps, links: linkInOrder(steps), declared };
}
