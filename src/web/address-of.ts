type Values = Readonly<Record<string, unknown>>;

/** A value as it stands in an address; undefined for what is left out (undefined, null, empty text). */
function written(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The address of a route path such as `/api/plans/:planId` with its parameters and query filled in.
 * A list in the query is written once per entry. Throws when a path parameter is missing.
 */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const given = (params ?? {}) as Values;
  const filled = path.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = written(given[name]);
    if (value === undefined) throw new Error(`missing path parameter ${name} of ${path}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      const text = written(one);
      if (text !== undefined) search.append(name, text);
    }
  }
  const tail = search.toString();
  return tail === '' ? filled : `${filled}?${tail}`;
}
