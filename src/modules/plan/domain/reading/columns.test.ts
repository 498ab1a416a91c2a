import { expect, test } from 'vitest';
import { columnsOf, isTaskHeader, kindOfHeading } from './columns.ts';

test.each([
  ['TT', 'no'],
  ['STT', 'no'],
  ['Số TT', 'no'],
  ['Nội dung thực hiện', 'content'],
  ['Tên công việc', 'content'],
  ['Các nhiệm vụ trọng tâm', 'content'],
  ['Hoạt động', 'content'],
  ['Giải pháp khắc phục', 'content'],
  ['Sản phẩm/Kết quả', 'outputs'],
  ['Dự kiến sản phẩm', 'outputs'],
  ['Kết quả cần đạt', 'outputs'],
  ['Cơ quan chủ trì', 'lead'],
  ['Bộ phận phụ trách', 'lead'],
  ['Cơ quan, đơn vị chủ trì', 'lead'],
  ['Đơn vị chủ trì thực hiện nhiệm vụ', 'lead'],
  ['Người thực hiện', 'lead'],
  ['Cơ quan thực hiện', 'lead'],
  ['Trách nhiệm', 'lead'],
  ['Phân công thực hiện', 'lead'],
  ['Đơn vị', 'lead'],
  ['Cá nhân chịu trách nhiệm', 'lead'],
  ['Cơ quan phối hợp', 'coordinators'],
  ['Phối hợp thực hiện', 'coordinators'],
  ['Cơ quan chủ trì, phối hợp', 'leadAndCoordinators'],
  ['Thời gian hoàn thành', 'deadline'],
  ['Thời gian thực hiện', 'deadline'],
  ['Thời hạn', 'deadline'],
  ['Tiến độ', 'deadline'],
  ['Ngày hoàn thành', 'deadline'],
  ['Hoàn thành', 'deadline'],
  ['Sản phẩm, thời gian hoàn thành', 'outputsAndDeadline'],
  ['Thời gian và sản phẩm', 'outputsAndDeadline'],
  ['Chỉ tiêu', 'indicator'],
  ['Chỉ tiêu năm 2025', 'value'],
  ['Kế hoạch năm 2025', 'value'],
  ['Tỷ lệ (%)', 'value'],
  ['Lãnh đạo chỉ đạo', 'otherRole'],
  ['Cơ quan tổng hợp; kiểm tra', 'otherRole'],
  ['Ghi chú', 'other'],
  ['Tiêu chí mất điểm năm 2025', 'other'],
  ['', 'other'],
])('%s → %s', (title, kind) => {
  expect(kindOfHeading(title)).toBe(kind);
});

test.each([
  [
    ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị thực hiện', 'Thời hạn'],
    ['no', 'content', 'lead', 'otherRole', 'deadline'],
  ],
  [
    ['TT', 'Đơn vị thực hiện', 'Đơn vị chủ trì', 'Nội dung'],
    ['no', 'otherRole', 'lead', 'content'],
  ],
  [
    ['STT', 'Nội dung', 'Nhiệm vụ', 'Thời gian bắt đầu', 'Thời gian hoàn thành'],
    ['no', 'content', 'other', 'deadline', 'other'],
  ],
  [
    ['STT', 'Tên gọi', 'Chủ trì', 'Thời hạn'],
    ['no', 'content', 'lead', 'deadline'],
  ],
  [
    ['STT', '', 'Chủ trì'],
    ['no', 'other', 'lead'],
  ],
])('columns of %j are %j', (titles, kinds) => {
  expect(columnsOf(titles).map(({ kind }) => kind)).toEqual(kinds);
  expect(columnsOf(titles).map(({ title }) => title)).toEqual(titles);
});

test.each([
  [['TT', 'Nội dung', 'Chủ trì'], true],
  [['TT', 'Nội dung'], false],
  [['Nội dung', 'Chủ trì'], false],
  [['TT', 'Chủ trì', 'Thời hạn'], false],
  [['TT', 'Nội dung', 'Ghi chú'], false],
])('%j opens a table of tasks: %s', (titles, expected) => {
  expect(isTaskHeader(columnsOf(titles))).toBe(expected);
});
