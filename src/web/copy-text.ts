/** Puts text on the clipboard, also where the site is reached by plain HTTP and the newer interface is missing. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (!isDone) throw new Error('Trình duyệt không cho sao chép. Hãy dùng Xuất Excel hoặc In A4.');
}
