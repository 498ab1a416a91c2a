/** Words of refusals. */
export const errors = {
  'history-not-yours':
    'Tài khoản này không được xem lịch sử của nội dung này. Nếu cần cho công việc, xin liên hệ người quản trị.',
};

export const permissions = { 'log.read': 'Xem nhật ký của đơn vị và bằng chứng của từng mục' };

export const words = {
  refused: (reason: string) => `bị từ chối: ${reason}`,
  unknownAct: (action: string) => `thực hiện "${action}"`,
  system: 'Hệ thống',
  erasedActor: '(tên đã xóa)',
  noName: 'Nội dung',
};

/** The act every refused write leaves. */
export const refusedAction = 'refused';
export const actions = {
  [refusedAction]: 'bị từ chối',
  'log.detail-erased': 'xóa dữ liệu cá nhân của một mục nhật ký theo quy định',
};

export const records = {
  route: { name: 'yêu cầu', permission: 'log.read' },
  'log-entry': { name: 'mục nhật ký', permission: 'log.read' },
};
