import { formatDate, type PlainDate } from '#kernel/plain-date.ts';

/** "Công chức · phòng Văn hóa" or "Công chức · cả đơn vị". */
export function roleWords(role: { readonly name: string; readonly department: string | null }): string {
  return `${role.name} · ${role.department ?? 'cả đơn vị'}`;
}

/** "từ 01/01/2022 đến 31/12/2022", "từ 01/01/2022". */
export function roleDays(role: { readonly from: PlainDate; readonly to: PlainDate | null }): string {
  return `từ ${formatDate(role.from)}${role.to ? ` đến ${formatDate(role.to)}` : ''}`;
}
