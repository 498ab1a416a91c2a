import { findNoticeKind, type NoticeKind, type NoticeParams, type NoticeRecord } from '#server/notice-kinds.ts';
import { type KindDefaults, unknownKind } from './domain/channels.ts';

export interface NoticeWords {
  readonly title: string;
  readonly text: string;
  readonly path: string | null;
}

/** The words of a stored notice; one whose kind no module gives any longer still says so. */
export function wordsOfNotice(kind: string, params: unknown, record?: NoticeRecord): NoticeWords {
  const known = findNoticeKind(kind);
  if (!known) return { title: 'Thông báo', text: `Loại thông báo "${kind}" không còn dùng.`, path: null };
  const filled = (params ?? {}) as NoticeParams;
  return {
    title: known.title(filled),
    text: known.text(filled),
    path: (record && known.path?.(record, filled)) ?? null,
  };
}

/** What people who chose nothing get of a kind. */
export function defaultsOf(kind: NoticeKind | undefined): KindDefaults {
  return kind ? { email: kind.email, required: kind.required ?? false } : unknownKind;
}
