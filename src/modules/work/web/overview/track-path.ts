/** The list that a figure stands for. */
export function trackPath(filter: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(filter).toString();
  return query === '' ? '/theo-doi' : `/theo-doi?${query}`;
}
