const mebibyte = 1024 * 1024;

/** What a place takes: endings such as `.docx`, and the largest size. */
export interface FileRule {
  readonly endings: readonly string[];
  readonly maximumMb: number;
}

/** A size in words: `850 KB`, `12,4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < mebibyte) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / mebibyte).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}

/** Why a file cannot be taken, in words that say what to do; undefined when it can. The server looks again, and closer. */
export function fileProblem(file: { name: string; size: number }, rule: FileRule): string | undefined {
  const name = file.name.toLowerCase();
  if (!rule.endings.some((ending) => name.endsWith(ending))) {
    return `Không nhận được tệp “${file.name}”. Hãy chọn tệp ${rule.endings.join(', ')}.`;
  }
  if (file.size === 0) return `Tệp “${file.name}” không có nội dung. Hãy kiểm tra lại tệp trên máy rồi chọn lại.`;
  if (file.size > rule.maximumMb * mebibyte) {
    return `Tệp “${file.name}” nặng ${sizeWords(file.size)}, quá mức ${rule.maximumMb} MB. Hãy chọn tệp nhỏ hơn.`;
  }
  return undefined;
}
