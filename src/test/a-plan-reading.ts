import type {
  PlanReading,
  ReadNarrativeTask,
  ReadTarget,
  ReadTask,
  UnreadLine,
} from '#modules/plan/domain/reading/plan-reading.ts';

interface GivenReading {
  readonly title?: string;
  readonly year?: number | null;
  readonly purposes?: readonly string[];
  readonly targets?: readonly Partial<ReadTarget>[];
  /** Rows of the first table. */
  readonly tasks?: readonly Partial<ReadTask>[];
  readonly items?: readonly Partial<ReadNarrativeTask>[];
  readonly places?: PlanReading['places'];
  readonly unread?: readonly UnreadLine[];
}

/** What might be read from a small plan of 2022; fills in what the test does not mention. */
export function aReading(given: GivenReading = {}): PlanReading {
  const tasks = (given.tasks ?? []).map(aRow);
  return {
    title: given.title ?? 'Kế hoạch thử năm 2022',
    year: given.year === undefined ? 2022 : given.year,
    issuer: 'Ủy ban nhân dân xã Thử Nghiệm',
    issuerLevel: 'commune',
    decision: { number: '1/QĐ-UBND', date: '2022-01-04' },
    purposes: given.purposes ?? [],
    qualitativeObjectives: [],
    funding: '',
    targets: (given.targets ?? []).map((target, index) => ({
      id: `T${String(index + 1).padStart(2, '0')}`,
      section: 'II.1',
      measure: 'Hồ sơ đúng hạn',
      operator: '>=',
      valuePercent: 95,
      text: 'Hồ sơ đúng hạn từ 95% trở lên',
      ...target,
    })),
    tasksNarrative: (given.items ?? []).map((item, index) => ({
      section: '2.1',
      sectionTitle: 'Cải cách thể chế',
      letter: 'abcdđe'[index] ?? '',
      ordinal: index + 1,
      text: 'Rà soát văn bản quy phạm pháp luật',
      ...item,
    })),
    appendices:
      tasks.length === 0
        ? []
        : [
            {
              number: '01',
              field: 'Cải cách thể chế',
              title: 'Nhiệm vụ cải cách thể chế năm 2022',
              columns: ['TT', 'Nội dung', 'Sản phẩm', 'Chủ trì', 'Phối hợp', 'Thời gian'],
              taskCount: tasks.length,
              tasks,
            },
          ],
    responsibilities: [],
    recurringReports: [],
    places: given.places ?? {},
    furniture: {},
    unread: given.unread ?? [],
  };
}

function aRow(given: Partial<ReadTask>, index: number): ReadTask {
  return {
    no: index + 1,
    content: `Nhiệm vụ thứ ${index + 1}`,
    outputs: ['Báo cáo'],
    lead: ['Công chức Tư pháp – Hộ tịch'],
    coordinators: [],
    deadlineText: 'Quý IV/2022',
    deadlines: [{ kind: 'quarter', year: 2022, quarter: 4, appliesTo: '' }],
    ...given,
  };
}
