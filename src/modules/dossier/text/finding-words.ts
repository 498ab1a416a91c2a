/** What the watch found on a dossier, by kind. */
export const findingWords: Readonly<Record<string, string>> = {};
