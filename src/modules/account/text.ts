/** Refusals of this module, by code: whole sentences that say what to do next. */
export const accountErrors = {
  'sign-in-wrong': ({ left }: Params) =>
    Number(left) <= 3
      ? `Tên đăng nhập hoặc mật khẩu chưa đúng. Còn ${left} lần thử trước khi phải chờ.`
      : 'Tên đăng nhập hoặc mật khẩu chưa đúng. Xin kiểm tra phím Caps Lock, bộ gõ tiếng Việt rồi thử lại.',
  'sign-in-locked': ({ time, minutes }: Params) =>
    `Sai mật khẩu nhiều lần từ nơi này. Xin thử lại sau ${minutes} phút (từ ${time}). Quên mật khẩu thì nhờ người quản trị của đơn vị đặt lại.`,
  'account-disabled': 'Tài khoản này đã ngừng sử dụng. Xin liên hệ người quản trị của đơn vị.',
  'second-step-wrong': 'Mã xác thực chưa đúng. Xin nhập mã đang hiện trên điện thoại, hoặc một mã dự phòng chưa dùng.',
  'second-step-expired': 'Bước xác thực đã quá 10 phút hoặc sai nhiều lần. Xin đăng nhập lại từ đầu.',
  'second-step-locked': 'Sai mã xác thực nhiều lần. Xin chờ 15 phút rồi đăng nhập lại.',
  'demo-only': 'Chỉ bản trình diễn mới có chức năng này.',
  'demo-day-far': 'Ngày thử nghiệm phải nằm trong các năm 2000–2100.',
  'only-in-browser': 'Việc này chỉ làm được khi đăng nhập trên trình duyệt, không dùng mã truy cập.',
  'wrong-password': ({ left }: Params) => `Mật khẩu hiện tại chưa đúng. Còn ${left} lần thử trước khi phải chờ.`,
  'password-short': ({ least }: Params) => `Mật khẩu cần ít nhất ${least} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
  'password-long': ({ most }: Params) => `Mật khẩu dài quá ${most} ký tự. Xin rút ngắn.`,
  'password-has-name': 'Mật khẩu không được chứa tên đăng nhập. Xin chọn mật khẩu khác.',
  'password-common': 'Mật khẩu này quá dễ đoán. Xin chọn câu hoặc chuỗi ít người nghĩ tới.',
  'password-same': 'Mật khẩu mới trùng mật khẩu đang dùng. Xin chọn mật khẩu khác.',
  'passwords-differ': 'Hai lần nhập mật khẩu mới không giống nhau. Xin nhập lại.',
  'totp-on': 'Xác thực hai lớp đang bật. Muốn cài trên điện thoại mới, xin bỏ rồi bật lại.',
  'totp-off': 'Xác thực hai lớp chưa bật cho tài khoản này.',
  'totp-code-wrong':
    'Mã chưa đúng. Xin kiểm tra giờ trên điện thoại được đặt tự động rồi nhập mã đang hiện; mã đổi sau mỗi 30 giây.',
  'totp-needed': 'Vai trò của tài khoản này bắt buộc xác thực hai lớp nên không bỏ được.',
  'scope-not-held': 'Không thể trao cho mã truy cập một quyền mà tài khoản không có.',
  'username-taken': ({ username }: Params) =>
    `Tên đăng nhập "${username}" đã có người dùng. Xin chọn tên khác, ví dụ thêm tên xã vào sau.`,
  'person-has-account': ({ username }: Params) => `Người này đã có tài khoản "${username}".`,
  'role-unknown': 'Không có vai trò này.',
  'role-dates': 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
  'role-twice': 'Tài khoản đã được trao vai trò này từ cùng ngày.',
  'own-account': 'Không tự làm việc này với tài khoản của chính mình. Xin nhờ một người quản trị khác.',
  'last-administrator': 'Đây là người quản trị duy nhất của đơn vị. Xin trao vai trò Quản trị cho người khác trước.',
} as const;

type Params = Readonly<Record<string, string | number>>;

export const accountPermissions = {
  'account.manage': 'Tạo, ngừng tài khoản; trao vai trò; đặt lại mật khẩu',
} as const;

export const accountTopics = {
  'account.made': 'Một tài khoản được tạo',
  'account.changed': 'Vai trò, trạng thái hoặc cách đăng nhập của một tài khoản thay đổi',
  'account.sessions-ended': 'Phiên đăng nhập của một tài khoản bị kết thúc',
} as const;

/** Acts in the log, as what follows the name of who acted. */
export const accountActions = {
  'account.signed-in': 'đăng nhập',
  'account.sign-in-failed': 'nhập sai mật khẩu khi đăng nhập',
  'account.second-step-failed': 'nhập sai mã xác thực khi đăng nhập',
  'account.locked': 'phải chờ vì sai mật khẩu nhiều lần',
  'account.signed-out': 'đăng xuất',
  'account.password-changed': 'đổi mật khẩu của mình',
  'account.totp-enabled': 'bật xác thực hai lớp',
  'account.totp-removed': 'bỏ xác thực hai lớp',
  'account.backup-codes-made': 'tạo lại mã dự phòng',
  'account.session-ended': 'kết thúc phiên đăng nhập',
  'account.token-made': 'tạo mã truy cập cá nhân',
  'account.token-revoked': 'thu hồi mã truy cập cá nhân',
  'account.made': 'tạo tài khoản',
  'account.disabled': 'ngừng tài khoản',
  'account.enabled': 'cho tài khoản dùng lại',
  'account.password-reset': 'đặt lại mật khẩu của tài khoản',
  'account.totp-reset': 'gỡ xác thực hai lớp của tài khoản',
  'account.unlocked': 'mở khóa tài khoản',
  'account.role-given': 'trao vai trò',
  'account.role-ended': 'kết thúc vai trò',
  'demo-clock.moved': 'dời ngày thử nghiệm',
} as const;

/** Fields of those acts. */
export const accountFields = {
  username: 'tên đăng nhập',
  name: 'tên',
  email: 'thư điện tử',
  personId: 'người',
  role: 'vai trò',
  departmentId: 'phòng ban',
  from: 'từ ngày',
  to: 'đến ngày',
  disabled: 'đã ngừng',
  address: 'địa chỉ mạng',
  device: 'thiết bị',
  scopes: 'quyền',
  until: 'đến',
  today: 'ngày thử nghiệm',
  sessions: 'số phiên',
} as const;
