/** `1.250.000 đ`. */
export function money(amount: number): string {
  return `${amount.toLocaleString('vi-VN')} đ`;
}
