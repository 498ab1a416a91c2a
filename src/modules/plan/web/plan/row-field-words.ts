import type { AnswerOf } from '#kernel/route.ts';
import type { diffVersions } from '../../contract/plans.ts';

type Part = AnswerOf<typeof diffVersions>['changes'][number]['part'];

/** Parts of a plan in words, for a list of changes. */
export const partWords: Readonly<Record<Part, string>> = {
  header: 'Văn bản',
  appendix: 'Phụ lục',
  target: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
  statement: 'Nội dung chung',
  narrative: 'Phần lời',
  responsibility: 'Trách nhiệm',
  reportDuty: 'Báo cáo',
};

/** Fields of a row in words. Codes that people do not read (field, operator, rules) are told by the words beside them. */
export const rowFieldWords: Readonly<Record<string, string>> = {
  title: 'Tên',
  year: 'Năm',
  issuer: 'Cơ quan ban hành',
  decisionText: 'Quyết định',
  number: 'Số',
  measure: 'Nội dung',
  value: 'Mức',
  unit: 'Đơn vị đo',
  content: 'Nội dung',
  baseline: 'So với',
  ours: 'Việc của đơn vị',
  outputs: 'Sản phẩm',
  leads: 'Chủ trì',
  coordinators: 'Phối hợp',
  otherRoles: 'Vai khác',
  dueText: 'Thời hạn',
  sectionTitle: 'Mục',
  written: 'Ai',
  duties: 'Việc',
  to: 'Gửi',
  via: 'Qua',
  frequencyText: 'Kỳ',
  about: 'Về',
};
