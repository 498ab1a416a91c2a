import type { MailFailure } from './domain/mail-failure.ts';

/** Words of refusals. */
export const errors = {
  'delivery-not-open': 'Thư này đã gửi xong, đang gửi hoặc đã bỏ nên không thao tác được nữa. Xin tải lại danh sách.',
  'mail-not-configured': 'Hệ thống chưa có máy chủ thư. Người vận hành cần đặt SMTP_URL khi khởi động, sau đó thử lại.',
  'mail-switched-off': 'Đơn vị đang tắt gửi thư điện tử. Bật lại trong Quản trị → Cài đặt rồi thử lại.',
  'no-own-address': 'Tài khoản của bạn chưa có địa chỉ thư điện tử. Xin bổ sung trong danh bạ cán bộ rồi thử lại.',
  'unknown-notice-kind': ({ kind }: Record<string, string | number>) =>
    `Không có loại thông báo "${kind}". Xin tải lại trang rồi chọn lại.`,
};

/** Why a letter did not go, in the list of deliveries. */
export const mailProblems: Readonly<Record<MailFailure['code'] | 'mail-no-address' | 'mail-interrupted', string>> = {
  'mail-unreachable': 'Không nối được máy chủ thư; hệ thống tự gửi lại.',
  'mail-login-refused': 'Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu; người vận hành cần xem lại SMTP_URL.',
  'mail-sender-refused': 'Máy chủ thư không nhận địa chỉ gửi; người vận hành cần xem lại MAIL_FROM.',
  'mail-busy': 'Máy chủ thư tạm thời chưa nhận; hệ thống tự gửi lại.',
  'mail-address-refused': 'Máy chủ thư không nhận địa chỉ người nhận. Xin sửa địa chỉ trong danh bạ rồi gửi lại.',
  'mail-content-refused': 'Máy chủ thư từ chối nội dung thư.',
  'mail-unanswered': 'Máy chủ thư ngắt trước khi trả lời; thư gửi lại mang cùng mã nên hộp thư nhận ra nếu bị trùng.',
  'mail-no-address': 'Người nhận không còn địa chỉ thư điện tử hoặc tài khoản đã khóa.',
  'mail-interrupted': 'Hệ thống dừng đúng lúc đang gửi; thư gửi lại mang cùng mã nên hộp thư nhận ra nếu bị trùng.',
};

/** Notices of this module itself. */
export const testNotice = 'notification.test-mail';

export const notices = {
  [testNotice]: {
    label: 'Thư thử của người quản trị',
    title: () => 'Thư thử của hệ thống Liền Mạch',
    text: () => 'Thư này cho biết hệ thống gửi được thư điện tử. Ông/Bà không cần làm gì thêm.',
    email: true,
    urgent: true,
  },
};

export const topics = {
  'notification.wanted': 'Một phân hệ muốn báo cho một số tài khoản biết một việc.',
  'notification.many-wanted': 'Một phân hệ muốn báo nhiều việc một lượt, mỗi việc cho người của nó.',
};

export const actions = {
  'notification.preferences-changed': 'đổi lựa chọn nhận thông báo',
  'delivery.retried': 'cho gửi lại thư',
  'delivery.retried-all': 'cho gửi lại mọi thư không gửi được',
  'delivery.discarded': 'bỏ thư chưa gửi được',
  'delivery.test-sent': 'gửi thư thử',
};

export const fields = {
  choices: 'Lựa chọn theo loại',
  quiet: 'Giờ yên lặng',
  state: 'Trạng thái',
  count: 'Số thư',
  recipient: 'Người nhận',
};

/** Words around the content of every letter. */
export const letterWords = {
  open: 'Mở trong hệ thống',
  why: (unit: string) =>
    `Thư tự động của ${unit}, gửi theo lựa chọn nhận thông báo của Ông/Bà. Đổi lựa chọn trong mục Tài khoản → Thông báo.`,
  contact: (contact: string) => `Liên hệ: ${contact}`,
};

export const records = { delivery: { name: 'thư điện tử', permission: 'setting.manage' } };
