import type { Obstacle } from '../domain/review/may-accept.ts';

type Params = Readonly<Record<string, string | number>>;

/** What stands in the way of accepting, in words. */
export const obstacleWords: Readonly<Record<Obstacle['code'], (count: number) => string>> = {
  'import-no-title': () => 'Chưa có tên kế hoạch. Xin ghi tên kế hoạch.',
  'import-no-year': () => 'Chưa rõ kế hoạch của năm nào. Xin ghi năm.',
  'import-empty': () => 'Không đọc được nhiệm vụ hay chỉ tiêu nào. Xin kiểm tra lại tệp hoặc bổ sung.',
  'import-open-doubts': (count) => `Còn ${count} điểm cần quyết định.`,
  'import-open-lines': (count) => `Còn ${count} dòng chưa nhận diện. Xin cho biết mỗi dòng thuộc ô nào hoặc không cần.`,
};

/** Words of refusals. */
export const errors: Readonly<Record<string, string | ((params: Params) => string)>> = {
  'import-failed': 'Có lỗi ngoài ý muốn khi đọc văn bản. Xin bấm “Đọc lại”; nếu vẫn lỗi, báo người quản trị.',
  'import-not-reviewed': 'Văn bản đang được đọc hoặc đã xử lý xong nên không sửa được nữa. Xin tải lại trang.',
  'import-still-reading': 'Văn bản đang được đọc. Xin chờ đọc xong.',
  'import-not-ready': ({ list }) => `Chưa thể chấp nhận. ${list}`,
  'import-edit-place': 'Không có ô này trong nội dung đọc được; có thể ai đó vừa xóa. Xin tải lại trang.',
  'import-edit-value': 'Giá trị vừa nhập không hợp với ô này. Xin nhập lại.',
  'import-line-settled': 'Có dòng không còn nằm trong danh sách chưa nhận diện. Xin tải lại trang.',
  'import-line-place': 'Xin chọn ô để đưa các dòng này vào.',
  'doubt-gone': 'Điểm này không còn nữa, có thể do vừa sửa nội dung. Xin tải lại trang.',
  'doubt-choice': 'Cách xử lý này không áp dụng cho điểm đang xem. Xin chọn lại.',
  'doubt-reason': 'Gộp hai con số làm một cần ghi lý do.',
  'doubt-correction': 'Xin sửa ô cần sửa trước, hoặc nhập nội dung mới.',
  'doubt-not-possible': 'Không làm được việc này với nội dung hiện có. Xin sửa trực tiếp ở ô tương ứng.',
  'plan-year-taken': ({ year, title }) =>
    `Đã có kế hoạch năm ${year} (“${title}”). Xin chọn “sửa đổi, bổ sung” hoặc “thay thế” kế hoạch đó.`,
  'plan-year-just-taken':
    'Người khác vừa ban hành một kế hoạch cùng năm. Xin tải lại trang rồi chọn sửa đổi hoặc thay thế.',
  'plan-choose-plan': 'Xin chọn kế hoạch cần sửa đổi hoặc thay thế.',
  'plan-year-differs': ({ year, planYear }) =>
    `Văn bản là của năm ${year}, kế hoạch đang chọn là của năm ${planYear}. Xin chọn đúng kế hoạch.`,
  'plan-has-draft': 'Kế hoạch này đang có bản soạn dở. Xin ban hành hoặc bỏ bản soạn trước.',
  'plan-no-draft': 'Kế hoạch này không có bản đang soạn. Xin bấm “Soạn bản sửa đổi” trước.',
  'plan-not-issued': 'Kế hoạch chưa ban hành. Xin ban hành trước.',
  'plan-shown-version-stale': ({ version }) =>
    `Kế hoạch đã có phiên bản ${version} mới hơn bản vừa so sánh. Xin xem lại phần thay đổi rồi chấp nhận.`,
  'plan-empty': 'Kế hoạch chưa có nhiệm vụ hay chỉ tiêu nào nên chưa ban hành được.',
  'plan-field-unknown': 'Không có lĩnh vực này. Xin chọn lại trong danh sách.',
  'plan-row-unknown': 'Không có dòng này trong bản đang soạn; có thể ai đó vừa bỏ. Xin tải lại trang.',
};

/** Words of the obstacles, joined for one message. */
export function obstacleText(obstacles: readonly Obstacle[]): string {
  return obstacles.map(({ code, count }) => obstacleWords[code](count)).join(' ');
}
