/**
 * The path to go to after signing in, when the wanted one lies on this site; otherwise the staff site's first page.
 * Addresses of other sites, however they are written, are never followed.
 */
export function safePath(wanted: string | undefined): string {
  const first = '/lam-viec';
  if (!wanted || wanted.length > 500) return first;
  if (!/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(wanted)) return first;
  return /^\/(dang-nhap|dang-xuat|doi-mat-khau|api)(\/|\?|$)/.test(wanted) ? first : wanted;
}
