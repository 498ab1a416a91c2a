import { Link } from 'react-router';
import { writeInstant } from '#modules/history/domain/value-text.ts';
import type { NoticeRow } from '../contract.ts';

/** One notice; following it also marks it as read. */
export function NoticeItem({ notice, onOpen }: { notice: NoticeRow; onOpen: (notice: NoticeRow) => void }) {
  const isUnread = notice.readAt === null;
  const words = (
    <>
      <span className="notice-title">
        {isUnread && <span className="visually-hidden">Chưa đọc: </span>}
        {notice.title}
      </span>
      <span className="notice-text">{notice.text}</span>
      <time className="notice-time" dateTime={notice.at}>
        {writeInstant(Date.parse(notice.at))}
      </time>
    </>
  );
  if (notice.path === null) {
    return (
      <button type="button" className="notice" data-unread={isUnread || undefined} onClick={() => onOpen(notice)}>
        {words}
      </button>
    );
  }
  return (
    <Link to={notice.path} className="notice" data-unread={isUnread || undefined} onClick={() => onOpen(notice)}>
      {words}
    </Link>
  );
}
