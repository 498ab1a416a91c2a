import type { RefusalCode, RefusalParams } from './document-refusal.ts';

const wording: Record<RefusalCode, string> = {
  emptyFile: 'Tệp “{name}” không có nội dung. Hãy mở lại bản gốc, kiểm tra rồi tải lên lần nữa.',
  tooLarge:
    'Tệp “{name}” nặng {megabytes} MB, vượt giới hạn {limit} MB. Hãy bỏ bớt hình ảnh hoặc tách phụ lục rồi tải lên lại.',
  tooLong:
    'Văn bản dài quá giới hạn đọc ({limit} {unit}). Hãy tách riêng phần kế hoạch và các phụ lục, rồi tải lên từng phần.',
  tooSlow: 'Đọc văn bản quá {seconds} giây nên đã dừng. Hãy tách văn bản thành các phần nhỏ hơn rồi tải lên lại.',
  tooMuchMemory: 'Văn bản cần quá nhiều bộ nhớ để đọc nên đã dừng. Hãy bỏ hình ảnh, tách các phụ lục rồi tải lên lại.',
  zipBomb:
    'Tệp “{name}” khi giải nén lớn bất thường nên không được mở. Hãy mở bằng Word, lưu lại dạng .docx rồi tải lên lại.',
  macroFile: 'Tệp “{name}” có chứa macro nên không được nhận. Hãy mở bằng Word và lưu lại dạng .docx (không macro).',
  encryptedPdf: 'Tệp PDF “{name}” được đặt mật khẩu. Hãy gỡ mật khẩu (in lại ra PDF) rồi tải lên lại.',
  encryptedOffice: 'Tệp “{name}” được đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại dạng .docx.',
  oldWord: 'Tệp “{name}” là Word đời cũ (.doc). Hãy mở bằng Word hoặc LibreOffice và lưu lại dạng .docx.',
  scanned:
    'Tệp “{name}” là bản quét (ảnh chụp), chưa có chữ để đọc. Nhận dạng chữ (OCR) sẽ có ở phiên bản sau; hiện hãy dùng bản Word hoặc PDF xuất từ Word.',
  unreadableFont:
    'Tệp PDF “{name}” dùng phông không kèm bảng mã nên không đọc được chữ tiếng Việt. Hãy dùng bản Word, hoặc xuất lại PDF từ Word với phông Unicode (Times New Roman).',
  oldVietnameseText:
    'Tệp “{name}” dùng bảng mã {encoding}, không phải Unicode. Hãy chuyển sang Unicode (ví dụ bằng Unikey: Ctrl+Shift+F6) rồi tải lên lại.',
  picture: 'Tệp “{name}” thực chất là hình ảnh ({kind}), không phải văn bản. Hãy dùng bản .docx, .pdf hoặc .txt.',
  otherOffice: 'Tệp “{name}” là {kind}, chưa đọc được. Hãy lưu kế hoạch ở dạng .docx, .pdf hoặc .txt.',
  unknownKind: 'Không nhận ra loại tệp của “{name}”. Chỉ nhận văn bản dạng .docx, .pdf hoặc .txt.',
  damaged: 'Tệp “{name}” bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở bản gốc, lưu lại rồi tải lên lần nữa.',
  notPlan:
    'Không tìm thấy nội dung kế hoạch nào trong tệp “{name}” (mục đích, chỉ tiêu, nhiệm vụ, trách nhiệm). Hãy kiểm tra có chọn đúng tệp không.',
};

/** The sentence an official reads when a document is refused: what is wrong and what to do next. */
export function refusalText(code: RefusalCode, params: RefusalParams): string {
  return wording[code].replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''));
}
