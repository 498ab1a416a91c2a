import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';

export interface PageHeaderProps {
  readonly title: string;
  /** One line below the title: what this page holds, or the state of its record. */
  readonly note?: ReactNode;
  /** The list this record came from. */
  readonly back?: { readonly to: string; readonly label: string };
  /** Buttons at the right; below the title on a phone. */
  readonly actions?: ReactNode;
}

/**
 * The head of every screen. It names the document and takes the focus when a person came here by a link,
 * so that keyboard and screen reader begin at the new page.
 */
export function PageHeader({ title, note, back, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useLocation().key === 'default';
  useEffect(() => {
    document.title = `${title} – Liền Mạch`;
  }, [title]);
  useEffect(() => {
    const main = document.getElementById('noi-dung');
    const isAtWork = main !== document.activeElement && main?.contains(document.activeElement);
    if (!isFirst && !isAtWork) heading.current?.focus({ preventScroll: true });
  }, [isFirst]);
  return (
    <div className="page-header">
      <div className="page-header-words">
        {back && (
          <Link to={back.to} className="page-back">
            ← {back.label}
          </Link>
        )}
        <Title order={1} ref={heading} tabIndex={-1} className="page-title">
          {title}
        </Title>
        {note !== undefined && <div className="page-note">{note}</div>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </div>
  );
}
