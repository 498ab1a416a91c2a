import { createContext } from 'react';

/** Keeps half-typed forms. Drafts may hold personal data, so they never stay in the browser's own storage. */
export interface DraftStore {
  find(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
  drop(key: string): Promise<void>;
}

/** Drafts for as long as the tab is open. */
export function memoryDrafts(): DraftStore {
  const drafts = new Map<string, unknown>();
  return {
    async find(key) {
      return drafts.get(key);
    },
    async save(key, value) {
      drafts.set(key, structuredClone(value));
    },
    async drop(key) {
      drafts.delete(key);
    },
  };
}

/** Where forms keep their drafts; a provider around the screens puts the server's store here. */
export const DraftContext = createContext<DraftStore>(memoryDrafts());
