import './evidence.css';
import { Anchor, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { EvidenceRef } from '../contract/parts.ts';
import { nameOf } from '../domain/name-of.ts';
import { downloadAddress } from './file-address.ts';
import { HashCheck } from './hash-check.tsx';

export interface EvidenceCardProps {
  readonly evidence: EvidenceRef;
  /** Opens it beside the form, by `EvidenceViewer`. */
  readonly onView?: () => void;
  /** Further buttons, such as taking it out of a choice. */
  readonly children?: ReactNode;
}

/** One piece of evidence wherever it is used: its number and day, its file, and the hash that anybody may check. */
export function EvidenceCard({ evidence, onView, children }: EvidenceCardProps) {
  const { id, kind, title, signer, fileName, sha256 } = evidence;
  const at = { evidenceId: id, number: 0 };
  return (
    <article className="evidence-card">
      <Link to={`/minh-chung/${id}`} className="evidence-card-name">
        {nameOf(evidence)}
      </Link>
      {kind === 'document' && title !== '' && <span>{title}</span>}
      {signer !== null && <span className="dimmed">Người ký: {signer}</span>}
      {fileName === null && <span className="dimmed">Chưa có tệp</span>}
      <div className="evidence-card-acts">
        {fileName !== null && onView && (
          <Button size="compact-sm" variant="default" onClick={onView}>
            Xem
          </Button>
        )}
        {fileName !== null && (
          <Anchor href={downloadAddress(at)} download size="sm">
            Tải về {fileName}
          </Anchor>
        )}
        {children}
      </div>
      {sha256 !== null && <HashCheck at={at} sha256={sha256} />}
    </article>
  );
}
