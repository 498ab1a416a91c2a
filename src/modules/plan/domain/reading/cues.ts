import { unbulleted } from './cell-items.ts';

const lead =
  '(?:trước|chậm nhất|xong|hoàn thành|trong|từ|đến|vào|ngay|cuối|đầu|giữa|các|khoảng|hết|sau|khi|kể từ|theo|định kỳ|theo định kỳ|ít nhất \\d+ lần|\\d+ (?:lần|đợt|kỳ))';
const moment =
  '(?:ngày\\s+\\d|ngày$|\\d{1,2}\\s*[/-]\\s*\\d{1,4}|tháng\\s*\\d|tháng$|quý(?=[\\s,.;]|$)|năm(?=[\\s,.;]|$)|0?[69] tháng|thường xuyên|thường$|hằng(?=\\s|$)|hàng\\s*(?:tháng|quý|năm|tuần|ngày|$)|định kỳ|cả năm|đột xuất)';
const guide =
  '(?:hướng\\s*dẫn|hướng$|kế hoạch|kế$|tiến độ|yêu cầu|quy định|quy$|thông báo|thời hạn|văn bản|chỉ đạo|phát sinh|có |lộ trình|nhiệm kỳ|tình hình|nhu cầu|thực tế)';
const due = new RegExp(
  `^(?:(?:${lead}[\\s:,]+)*${moment}|(?:trong|theo|khi|sau khi|ngay sau|kể từ|trước khi|căn cứ)\\s+(?:khi\\s+)?${guide}|đột xuất)`,
  'iu',
);
const phrase =
  /(?:quý\s+[IV1-4]|tháng\s*\d{1,2}|ngày\s+\d{1,2}|\d{1,2}\/\d{1,4}|thường xuyên|định kỳ|(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần|ngày)|trong năm|cả năm|6 tháng|9 tháng|theo quy định|đột xuất)/iu;
const output =
  /^(?:các |dự thảo |ban hành |danh sách |bản )?(?:báo cáo|kế hoạch|quyết định|văn bản|đề án|nghị quyết|hướng dẫn|danh mục|quy chế|quy trình|phương án|công văn|thông báo|tờ trình|hồ sơ|biên bản|hội nghị|phiếu|dữ liệu|số liệu|chương trình|chỉ thị|tài liệu|tin,? bài|bảng|sổ|chứng chỉ|hệ thống|phần mềm|cơ sở dữ liệu|kết quả|kho|tổ|lớp|đề cương|hợp đồng|trang|dự toán|công bố|hạ tầng|giấy|thủ tục|cuộc|buổi|mô hình|nội quy|quy định|đơn|thỏa thuận)/iu;

/** True when the text opens with words of time ("Trước 15/12/2023", "Quý I", "Thường xuyên", "Theo hướng dẫn của …"). */
export function looksLikeDue(text: string): boolean {
  const words = unbulleted(text.trim());
  if (due.test(words)) return true;
  const label = /^[^:;.]{2,80}:\s*(?<after>.+)$/u.exec(words)?.groups?.after;
  return label !== undefined && due.test(label);
}

/** True when words of time stand anywhere in the text. */
export function hasDueWords(text: string): boolean {
  return phrase.test(text);
}

/** True when the text opens with the name of a paper or another product ("Báo cáo …", "Quyết định …"). */
export function looksLikeOutput(text: string): boolean {
  return output.test(unbulleted(text.trim()));
}
