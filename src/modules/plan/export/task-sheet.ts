import type { z } from 'zod';
import type { Sheet } from '#server/sheet.ts';
import type { taskRow } from '../contract/parts.ts';

type TaskRow = z.output<typeof taskRow>;

const columns = [
  { heading: 'TT', width: 6 },
  { heading: 'Nơi ghi', width: 10 },
  { heading: 'Lĩnh vực', width: 22 },
  { heading: 'Nội dung thực hiện', width: 52 },
  { heading: 'Sản phẩm/Kết quả', width: 34 },
  { heading: 'Chủ trì', width: 26 },
  { heading: 'Phối hợp', width: 26 },
  { heading: 'Vai trò khác', width: 22 },
  { heading: 'Thời gian hoàn thành', width: 28 },
  { heading: 'Hạn đầu', width: 12 },
  { heading: 'Hạn cuối', width: 12 },
  { heading: 'Của đơn vị', width: 10 },
  { heading: 'Thay đổi', width: 12 },
];

const changeWords = { same: '', added: 'Bổ sung', changed: 'Sửa đổi' } as const;

function dayWords(day: string | undefined): string {
  return day === undefined ? '' : day.split('-').reverse().join('/');
}

/** The list of tasks as a sheet: the rows that the screen shows, in its order, under the words of its filters. */
export function taskSheet(
  lines: readonly string[],
  rows: readonly TaskRow[],
  fieldNames: ReadonlyMap<string, string>,
): Sheet {
  return {
    name: 'Nhiệm vụ',
    lines,
    columns,
    rows: rows.map((row) => {
      const ends = row.dues.flatMap((due) => due.to ?? []).sort();
      return [
        row.no,
        row.place,
        row.fieldCode === null ? '' : (fieldNames.get(row.fieldCode) ?? row.fieldCode),
        row.content,
        row.outputs.map((output) => output.text).join('\n'),
        row.leads.map((one) => one.text).join('\n'),
        row.coordinators.map((one) => one.text).join('\n'),
        row.otherRoles.map((one) => `${one.role}: ${one.holders.map((two) => two.text).join(', ')}`).join('\n'),
        row.dueText,
        dayWords(ends[0]),
        dayWords(ends.at(-1)),
        row.ours ? 'Có' : 'Cấp trên',
        changeWords[row.change],
      ];
    }),
  };
}
