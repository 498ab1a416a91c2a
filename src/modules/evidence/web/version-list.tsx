import './evidence.css';
import { Anchor, Button, Text } from '@mantine/core';
import type { Id } from '#kernel/brands.ts';
import { formatMoment } from '#kernel/plain-date.ts';
import { sizeWords } from '#web/ui/check-file.ts';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { FileVersion } from '../contract/parts.ts';
import { mayOpenFile } from '../domain/rights.ts';
import { downloadAddress } from './file-address.ts';
import { HashCheck } from './hash-check.tsx';
import { scanWords } from './scan-words.ts';

export interface VersionListProps {
  readonly evidenceId: Id;
  readonly versions: readonly FileVersion[];
  readonly onView: (number: number) => void;
}

/** Every version of the file, newest first; none is ever replaced. */
export function VersionList({ evidenceId, versions, onView }: VersionListProps) {
  if (versions.length === 0) return <Text size="sm">Chưa có tệp.</Text>;
  return (
    <ol className="evidence-list" reversed>
      {versions.map((version) => (
        <li key={version.number} className="evidence-card">
          <span className="evidence-card-name">
            Phiên bản {version.number}: {version.name}
          </span>
          <span className="dimmed">
            {sizeWords(version.size)} · {version.byName} · {formatMoment(version.at)}
          </span>
          {version.note !== null && <span>{version.note}</span>}
          <StatusBadge tone={scanWords[version.scan].tone}>{scanWords[version.scan].words}</StatusBadge>
          {mayOpenFile(version.scan).ok && (
            <div className="evidence-card-acts">
              <Button size="compact-sm" variant="default" onClick={() => onView(version.number)}>
                Xem
              </Button>
              <Anchor href={downloadAddress({ evidenceId, number: version.number })} download size="sm">
                Tải về
              </Anchor>
            </div>
          )}
          <HashCheck at={{ evidenceId, number: version.number }} sha256={version.sha256} />
        </li>
      ))}
    </ol>
  );
}
