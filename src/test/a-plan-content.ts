import * as fc from 'fast-check';
import type { ContentTask, PlanContent } from '#modules/plan/domain/version/plan-content.ts';
import { emptyContent } from '#modules/plan/domain/version/plan-content.ts';

/** Makers of plan contents for tests of the rules. */

const header = { title: 'Kế hoạch thử', year: 2022, issuer: 'UBND xã Thử', issuerLevel: 'commune', decisionText: null };

/** A task of a document with these words. */
export function aTask(content: string, given: Partial<ContentTask> = {}): ContentTask {
  return {
    key: `/tasks/${content}`,
    position: 0,
    importId: null,
    path: `/tasks/${content}`,
    lines: [],
    appendixKey: null,
    fieldCode: 'the-che',
    number: '1',
    place: 'PL01/1',
    groupNumber: null,
    groupTitle: null,
    content,
    ours: true,
    outputs: [],
    roles: [],
    dueText: '',
    dues: [],
    ...given,
  };
}

/** A content of tasks alone, in their order. */
export function contentOf(...tasks: readonly ContentTask[]): PlanContent {
  return { ...emptyContent(header), tasks: tasks.map((task, index) => ({ ...task, position: (index + 1) * 1_000 })) };
}

const words = fc.constantFrom(
  'rà soát',
  'văn bản',
  'tuyên truyền',
  'pháp luật',
  'thủ tục',
  'hành chính',
  'một cửa',
  'số hóa',
  'hồ sơ',
  'công chức',
  'đào tạo',
  'kiểm tra',
  'ngân sách',
  'tài sản',
  'chuyển đổi số',
  'hạ tầng',
  'báo cáo',
  'kế hoạch',
  'hội nghị',
  'khảo sát',
);
const sentence = fc.array(words, { minLength: 3, maxLength: 9 }).map((list) => list.join(' '));

interface Drawn {
  readonly content: string;
  readonly field: string;
  readonly lead: string;
  readonly outputs: readonly string[];
  readonly due: string;
}

const drawnTask = fc.record<Drawn>({
  content: sentence,
  field: fc.constantFrom('the-che', 'thu-tuc', 'bo-may'),
  lead: fc.constantFrom('Công chức Tư pháp – Hộ tịch', 'Công chức Văn phòng – thống kê'),
  outputs: fc.uniqueArray(sentence, { maxLength: 3 }),
  due: fc.constantFrom('Quý I', 'Quý II', 'Trước 15/12', ''),
});

/** Contents as a document gives them: keys are pointers, positions in order. */
export const drawnContent: fc.Arbitrary<PlanContent> = fc
  .uniqueArray(drawnTask, { maxLength: 8, selector: (task) => task.content })
  .map((tasks) =>
    contentOf(
      ...tasks.map((task, index) => {
        const path = `/appendices/0/tasks/${index}`;
        return aTask(task.content, {
          key: path,
          path,
          number: String(index + 1),
          place: `PL01/${index + 1}`,
          fieldCode: task.field,
          roles: [{ role: 'lead', roleText: '', written: task.lead }],
          outputs: task.outputs.map((content, nth) => ({ key: `${path}/outputs/${nth}`, content })),
          dueText: task.due,
        });
      }),
    ),
  );

/** The same content with ids for keys, as the plan keeps it. */
export function kept(content: PlanContent): PlanContent {
  const id = (key: string) => `00000000-0000-7000-8000-${hashOf(key)}`;
  return {
    ...content,
    tasks: content.tasks.map((task) => ({
      ...task,
      key: id(task.key),
      outputs: task.outputs.map((output) => ({ ...output, key: id(output.key) })),
      dues: task.dues.map((due) => ({ ...due, outputKey: due.outputKey === null ? null : id(due.outputKey) })),
    })),
  };
}

function hashOf(text: string): string {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 0xff_ff_ff_ff;
  return hash.toString(16).padStart(12, '0');
}
