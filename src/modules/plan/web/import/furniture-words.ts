const words: Readonly<Record<string, string>> = {
  pageNumber: 'số trang',
  rule: 'đường kẻ',
  letterhead: 'phần đầu văn bản',
  decision: 'câu nói về quyết định ban hành',
  legalBasis: 'căn cứ pháp lý',
  background: 'phần dẫn',
  heading: 'tiêu đề mục',
  tableHeader: 'tên cột của bảng',
  pointer: 'câu chỉ đến phụ lục',
  closing: 'câu kết',
  recipients: 'nơi nhận',
  signature: 'phần ký',
};

/** What a line is that belongs to no field. */
export function furnitureWords(kind: string | undefined): string {
  const told = kind === undefined ? undefined : words[kind];
  return told ? `Dòng này là ${told}, không thuộc ô nào.` : 'Dòng này đã được nhận diện, không thuộc ô nào.';
}
