import ExcelJS from 'exceljs';

/** Opens a workbook from exactly these bytes: a small buffer lies in a pool whose other bytes may be another workbook. */
export async function workbookOf(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return workbook;
}
