type Params = Readonly<Record<string, string | number>>;

/** Words of refusals; the same words stand on grey buttons. */
export const errors: Readonly<Record<string, string | ((params: Params) => string)>> = {
  'work-higher-level': 'Đây là việc của cấp trên, chỉ hiển thị để theo dõi.',
  'work-not-holder':
    'Chỉ người giữ vị trí được giao, người làm thay hoặc người được giao đích danh mới làm được việc này.',
  'work-not-focal': 'Chỉ đầu mối cải cách hành chính mới làm được việc này.',
  'work-not-urger': 'Chỉ lãnh đạo hoặc đầu mối cải cách hành chính mới đôn đốc được.',
  'work-not-approver': 'Sản phẩm này đang chờ người khác quyết định.',
  'work-own-work':
    'Không ai được chấp nhận sản phẩm do chính mình nộp. Sản phẩm chuyển tới cấp phó; xin người đó quyết định.',
  'work-no-approver':
    'Chưa có ai khác quyết định được sản phẩm này. Xin báo đầu mối cải cách hành chính cử người thay trong Tổ chức → Làm thay.',
};
