import { Button, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { nextZoom, ZoomButtons } from './zoom-buttons.tsx';

const thumbWidth = 80;
const frame = 24;

/** A PDF with thumbnails of its pages, beside whatever is being worked on. */
export function PdfView({ address, name }: { address: string; name: string }) {
  const [document, setDocument] = useState<PDFDocumentProxy>();
  const [problem, setProblem] = useState(false);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const { ref, width } = useElementSize();
  useEffect(() => {
    const { opened, close } = openPdf(address);
    setDocument(undefined);
    setPage(1);
    opened.then(setDocument, () => setProblem(true));
    return close;
  }, [address]);
  if (problem) return <Text role="alert">Không mở được tệp PDF này trong trang. Xin tải về để xem.</Text>;
  if (!document) return <Text role="status">Đang mở {name}…</Text>;
  const pages = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return (
    <>
      <div className="evidence-viewer-bar">
        <Button size="sm" variant="default" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          Trang trước
        </Button>
        <span role="status">
          Trang {page}/{document.numPages}
        </span>
        <Button size="sm" variant="default" disabled={page >= document.numPages} onClick={() => setPage(page + 1)}>
          Trang sau
        </Button>
        <ZoomButtons zoom={zoom} onZoom={(step) => setZoom(nextZoom(zoom, step))} />
      </div>
      <div className="evidence-pdf">
        <ol className="evidence-thumbs" aria-label="Các trang">
          {pages.map((number) => (
            <li key={number}>
              <button
                type="button"
                aria-label={`Trang ${number}`}
                aria-current={number === page ? 'page' : undefined}
                onClick={() => setPage(number)}
              >
                <PdfPage document={document} number={number} width={thumbWidth} />
                {number}
              </button>
            </li>
          ))}
        </ol>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
        <section ref={ref} className="evidence-page" data-zoomed={zoom > 1 || undefined} tabIndex={0} aria-label={name}>
          {width > 0 && (
            <PdfPage document={document} number={page} width={Math.max(200, (width - frame) * zoom)} isRead />
          )}
        </section>
      </div>
    </>
  );
}
