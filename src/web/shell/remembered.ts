const prefix = 'lien-mach:';

/**
 * Small choices of one person on one machine (columns, widths), never personal data.
 * A browser that refuses storage only forgets them.
 */
export const remembered = {
  find(key: string): string | undefined {
    try {
      return localStorage.getItem(prefix + key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  save(key: string, value: string): void {
    try {
      localStorage.setItem(prefix + key, value);
    } catch {
      return;
    }
  },
};
