/** The filters of a list in words, one line each, for the head of an export. */
export function filterWords(
  filter: Readonly<Record<string, string | number | undefined>>,
  names: {
    readonly field?: string | undefined;
    readonly lead?: string | undefined;
    readonly coordinator?: string | undefined;
  },
): string[] {
  const { due, whose, change, q } = filter;
  return [
    names.field === undefined ? '' : `Lĩnh vực: ${names.field}`,
    names.lead === undefined ? '' : `Chủ trì: ${names.lead}`,
    names.coordinator === undefined ? '' : `Phối hợp: ${names.coordinator}`,
    due === undefined ? '' : `Thời hạn: ${periodWords(String(due))}`,
    whose === undefined ? '' : whose === 'ours' ? 'Chỉ việc của đơn vị' : 'Chỉ việc của cấp trên',
    change === undefined ? '' : `Thay đổi: ${changeNames[String(change)] ?? ''}`,
    q === undefined || q === '' ? '' : `Tìm: “${q}”`,
  ].filter((line) => line !== '');
}

const changeNames: Readonly<Record<string, string>> = { added: 'bổ sung', changed: 'sửa đổi', same: 'giữ nguyên' };
const romans = ['I', 'II', 'III', 'IV'];

/** "tháng 3", "quý II", "6 tháng đầu năm". */
export function periodWords(period: string): string {
  const number = Number(period.slice(1));
  if (period === 'undated') return 'không có ngày cụ thể';
  if (period.startsWith('m')) return `tháng ${number}`;
  if (period.startsWith('q')) return `quý ${romans[number - 1] ?? number}`;
  return number === 1 ? '6 tháng đầu năm' : '6 tháng cuối năm';
}
