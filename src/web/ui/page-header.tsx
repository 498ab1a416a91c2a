import './page-header.css';
import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
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

/** Takes the focus when a person came here by a link, unless they already work on the page. */
function Heading({ title, cameByLink }: { title: string; cameByLink: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isToFocus] = useState(cameByLink);
  useEffect(() => {
    const main = document.getElementById('noi-dung');
    const isAtWork = main !== document.activeElement && main?.contains(document.activeElement);
    if (isToFocus && !isAtWork) heading.current?.focus({ preventScroll: true });
  }, [isToFocus]);
  return (
    <Title order={1} ref={heading} tabIndex={-1} className="page-title">
      {title}
    </Title>
  );
}

/**
 * The head of every screen: names the page and the document, and is where keyboard and screen reader begin
 * after a person followed a link.
 */
export function PageHeader({ title, note, back, actions }: PageHeaderProps) {
  const { key, pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} – Liền Mạch`;
  }, [title]);
  return (
    <div className="page-header">
      <div className="page-header-words">
        {back && (
          <Link to={back.to} className="page-back">
            ← {back.label}
          </Link>
        )}
        <Heading key={pathname} title={title} cameByLink={key !== 'default'} />
        {note !== undefined && <div className="page-note">{note}</div>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </div>
  );
}
