import type { DossierState } from '../domain/states.ts';

/** How a result is received (Phương thức nhận kết quả). */
export const wayWords = { counter: 'Trực tiếp', postal: 'Bưu chính công ích', online: 'Trực tuyến' } as const;

/** What the register notes of a dossier that ended otherwise than by a result. */
export const noteWords: Readonly<Partial<Record<DossierState, string>>> = {
  refused: 'Từ chối',
  stopped: 'Dừng theo yêu cầu của người nộp',
  'closed-no-supplement': 'Đóng do không bổ sung trong thời hạn',
};
export const lateNote = 'Quá hạn';

/** Columns of the register as the statutory form has them (Sổ theo dõi hồ sơ). */
export const registerColumns = [
  { heading: 'STT', width: 6 },
  { heading: 'Mã hồ sơ', width: 28 },
  { heading: 'Tên TTHC', width: 44 },
  { heading: 'Tên tổ chức, cá nhân', width: 28 },
  { heading: 'Địa chỉ, số điện thoại', width: 34 },
  { heading: 'Cơ quan chủ trì giải quyết', width: 28 },
  { heading: 'Nhận hồ sơ', width: 18 },
  { heading: 'Hẹn trả kết quả', width: 18 },
  { heading: 'Hẹn lại', width: 18 },
  { heading: 'Trả kết quả', width: 18 },
  { heading: 'Phương thức nhận kết quả', width: 18 },
  { heading: 'Ký nhận', width: 22 },
  { heading: 'Ghi chú', width: 28 },
] as const;
