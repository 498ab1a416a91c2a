import type { Actor, Condition, Joint, Level, VersionSource, VersionState } from '../domain/process.ts';

/** Words of the closed lists. */
export const actorNames: Readonly<Record<Actor, string>> = {
  counter: 'Bộ phận Một cửa',
  'department-head': 'Lãnh đạo phòng, bộ phận',
  officer: 'Công chức thụ lý',
  leader: 'Lãnh đạo UBND',
  records: 'Văn thư',
  'other-agency': 'Cơ quan phối hợp, liên thông',
  applicant: 'Người nộp hồ sơ',
};

export const levelNames: Readonly<Record<Level, string>> = {
  commune: 'Cấp xã',
  district: 'Cấp huyện (đến 30/06/2025)',
  province: 'Cấp tỉnh',
  central: 'Trung ương',
};

export const jointNames: Readonly<Record<Joint, string>> = {
  none: 'Không',
  sequential: 'Nối tiếp',
  parallel: 'Song song',
};

/** What is asked at a branch; `notConditionNames` says the opposite. */
export const conditionNames: Readonly<Record<Condition, string>> = {
  eligible: 'đủ điều kiện giải quyết',
  'needs-consultation': 'phải lấy ý kiến cơ quan khác',
  'needs-inspection': 'phải kiểm tra, xác minh thực địa',
  'needs-posting': 'phải niêm yết công khai',
  'financial-obligation': 'có nghĩa vụ tài chính',
  'above-competence': 'thuộc thẩm quyền cấp trên',
  'received-online': 'hồ sơ nộp trực tuyến',
  'needs-publication': 'phải đăng báo, đăng tải thông tin',
};

export const notConditionNames: Readonly<Record<Condition, string>> = {
  eligible: 'không đủ điều kiện giải quyết',
  'needs-consultation': 'không phải lấy ý kiến',
  'needs-inspection': 'không phải kiểm tra thực địa',
  'needs-posting': 'không phải niêm yết',
  'financial-obligation': 'không có nghĩa vụ tài chính',
  'above-competence': 'thuộc thẩm quyền của xã',
  'received-online': 'hồ sơ không nộp trực tuyến',
  'needs-publication': 'không phải đăng tải',
};

export const stateNames: Readonly<Record<VersionState, string>> = {
  draft: 'Bản thảo',
  'in-force': 'Đã ban hành',
  discarded: 'Đã bỏ',
};

export const sourceNames: Readonly<Record<VersionSource, string>> = {
  written: 'Nhập tay',
  table: 'Nhập từ bảng',
  example: 'Ví dụ',
  default: 'Mặc định, chưa ban hành',
};
