import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formatDate } from '#kernel/plain-date.ts';
import { route } from '#kernel/route.ts';
import { done } from '#modules/fields.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment, excelType } from '#server/http/attachment.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { sheetStream } from '#server/sheet.ts';
import { exportPaths } from '../contract/imports.ts';
import {
  type NamedProcess,
  tableHeadings,
  usableConditions,
  writeFile,
  writeTable,
} from '../domain/table/write-table.ts';
import { exportedProcesses } from '../queries/exported-processes.ts';

/** Only for the gate and OpenAPI: the answer is a file. */
const exportRoute = (path: string, summary: string) =>
  route({ method: 'GET', path, permission: 'process.read', db: 'none', summary, answer: done });

/** All processes of the unit as an Excel table or JSON file that can be read in again. */
export function addExportPages(app: FastifyInstance, services: Services): void {
  const excel = exportRoute(exportPaths.excel, 'Xuất quy trình nội bộ ra Excel, nhập lại được');
  app.get(excel.path, optionsOf(excel), async (request, reply) => {
    const processes = await readAll(services, request);
    const today = formatDate(services.clock.today());
    const sheet = {
      name: 'Quy trình nội bộ',
      lines: [
        `Quy trình nội bộ, ngày ${today}: ${processes.length} quy trình`,
        `Bước tiếp theo ghi số bước, thêm “nếu …” khi rẽ nhánh; điều kiện dùng được: ${usableConditions.join(', ')}.`,
      ],
      columns: tableHeadings.map(([heading, width]) => ({ heading, width })),
      rows: writeTable(processes),
    };
    return attachment(reply, 'Quy trình nội bộ.xlsx', excelType).send(sheetStream(sheet));
  });

  const json = exportRoute(
    exportPaths.json,
    'Xuất quy trình nội bộ ra JSON, nhập lại được và kiểm tra được bằng dòng lệnh',
  );
  app.get(json.path, optionsOf(json), async (request, reply) => {
    const processes = await readAll(services, request);
    return attachment(reply, 'Quy trình nội bộ.json', 'application/json; charset=utf-8').send(
      JSON.stringify(writeFile(processes), null, 2),
    );
  });
}

function optionsOf(declared: ReturnType<typeof exportRoute>) {
  return {
    schema: { summary: declared.summary, tags: ['processes'] },
    onRequest: gate(declared, { findPublicUnit: async () => undefined }),
  };
}

async function readAll(services: Services, { unitId }: FastifyRequest): Promise<NamedProcess[]> {
  if (!unitId) fail('not-signed-in', {}, 401);
  const today = services.clock.today();
  return await inTransaction(services.appPool, unitId, 'read', (db) => exportedProcesses(db, unitId, today));
}
