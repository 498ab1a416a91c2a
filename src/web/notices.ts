export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'error' | 'info';
  readonly text: string;
}

let notices: readonly Notice[] = [];
let next = 1;
const listeners = new Set<() => void>();
const shownMs = { done: 5_000, info: 8_000, error: 15_000 } as const;

function set(changed: readonly Notice[]): void {
  notices = changed;
  for (const listener of listeners) listener();
}

/** Takes a notice away before its time. */
export function dropNotice(id: number): void {
  set(notices.filter((notice) => notice.id !== id));
}

/** Tells something in a corner, spoken by screen readers: `notify('done', 'Đã lưu kế hoạch.')`. */
export function notify(tone: Notice['tone'], text: string): void {
  const id = next++;
  set([...notices.slice(-3), { id, tone, text }]);
  setTimeout(() => dropNotice(id), shownMs[tone]);
}

/** For `useSyncExternalStore`. */
export const noticeStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  get(): readonly Notice[] {
    return notices;
  },
};
