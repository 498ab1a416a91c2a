import './evidence.css';
import { Anchor, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Id } from '#kernel/brands.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { getEvidence } from '../contract/evidence.ts';
import type { FileVersion } from '../contract/parts.ts';
import { mayOpenFile } from '../domain/rights.ts';
import { isRendered, isViewable } from '../domain/viewable.ts';
import { downloadAddress, type FileAt, viewAddress } from './file-address.ts';
import { scanWords } from './scan-words.ts';
import { PictureView } from './viewer/picture-view.tsx';
import { TextView } from './viewer/text-view.tsx';

const PdfView = lazy(async () => ({ default: (await import('./viewer/pdf-view.tsx')).PdfView }));
const RenderedView = lazy(async () => ({ default: (await import('./viewer/rendered-view.tsx')).RenderedView }));

export interface EvidenceViewerProps {
  readonly evidenceId: Id;
  /** Which version; the newest unless said. */
  readonly number?: number;
}

/** Shows the file of a piece of evidence beside a form: PDF, picture, text, Word and Excel; anything else is for saving. */
export function EvidenceViewer({ evidenceId, number }: EvidenceViewerProps) {
  const found = useCall(
    getEvidence,
    { params: { evidenceId } },
    { refetchInterval: ({ state }) => (isWaiting(state.data?.versions ?? [], number) ? 5_000 : false) },
  );
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Text role="status">Đang mở…</Text>;
  const version = versionIn(found.data.versions, number);
  if (!version) return <Text>Minh chứng này chưa có tệp.</Text>;
  const at = { evidenceId, number: version.number };
  const verdict = mayOpenFile(version.scan);
  return (
    <section className="evidence-viewer" aria-label={`Tệp ${version.name}`}>
      <div className="evidence-viewer-bar">
        <strong>{version.name}</strong>
        <StatusBadge tone={scanWords[version.scan].tone}>{scanWords[version.scan].words}</StatusBadge>
        {verdict.ok && (
          <Anchor href={downloadAddress(at)} download size="sm">
            Tải về
          </Anchor>
        )}
      </div>
      {verdict.ok && (
        <Suspense fallback={<Text role="status">Đang mở…</Text>}>
          <Content at={at} version={version} />
        </Suspense>
      )}
    </section>
  );
}

function versionIn(versions: readonly FileVersion[], number: number | undefined): FileVersion | undefined {
  return number === undefined ? versions[0] : versions.find((one) => one.number === number);
}

function isWaiting(versions: readonly FileVersion[], number: number | undefined): boolean {
  return versionIn(versions, number)?.scan === 'waiting';
}

function Content({ at, version: { mediaType, name } }: { at: FileAt; version: FileVersion }) {
  const shown = { address: viewAddress(at), name };
  if (mediaType === 'application/pdf') return <PdfView {...shown} />;
  if (mediaType.startsWith('image/') && isViewable(mediaType)) return <PictureView {...shown} />;
  if (mediaType === 'text/plain') return <TextView {...shown} />;
  if (isRendered(mediaType)) return <RenderedView at={at} name={name} />;
  return <Text>Loại tệp này không xem được trong trang. Xin tải về để mở.</Text>;
}
