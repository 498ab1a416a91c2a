const known = new Map<string, string>();

/** Adds what the permissions of a module allow, in words. */
export function addPermissionWords(words: Readonly<Record<string, string>>): void {
  for (const [code, text] of Object.entries(words)) known.set(code, text);
}

/** What a permission allows, in words; its code when no module says. */
export function permissionWords(code: string): string {
  return known.get(code) ?? code;
}
