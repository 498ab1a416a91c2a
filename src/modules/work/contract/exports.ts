/** Lists that go out as Excel and as an A4 page for the weekly briefing, each under the filters its screen has. */
export const exportedLists = ['my-work', 'obligations', 'tasks', 'approvals'] as const;
export type ExportedList = (typeof exportedLists)[number];

const addresses: Readonly<Record<ExportedList, { readonly sheet: string; readonly page: string }>> = {
  'my-work': { sheet: '/api/my-work/export.xlsx', page: '/in/viec-cua-toi' },
  obligations: { sheet: '/api/obligations/export.xlsx', page: '/in/san-pham' },
  tasks: { sheet: '/api/work-tasks/export.xlsx', page: '/in/nhiem-vu' },
  approvals: { sheet: '/api/approvals/export.xlsx', page: '/in/cho-duyet' },
};

/** Addresses of the exports of a list; they take the query of the list, whatever its page. */
export function exportPaths(list: ExportedList): { readonly sheet: string; readonly page: string } {
  return addresses[list];
}
