import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  /** Width in CSS pixels. */
  readonly width: number;
  /** Also gives its words to screen readers. */
  readonly isRead?: boolean;
}

/** One page of a PDF as a picture, drawn when it comes into view. */
export function PdfPage({ document, number, width, isRead }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isSeen = useSeen(canvas);
  const [words, setWords] = useState('');
  useEffect(() => {
    const target = canvas.current;
    if (!target || !isSeen) return;
    let drawing: { cancel(): void } | undefined;
    let isOver = false;
    const draw = async () => {
      const page = await document.getPage(number);
      if (isOver) return;
      const sharpness = Math.min(devicePixelRatio, 2);
      const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * sharpness });
      target.width = Math.round(viewport.width);
      target.height = Math.round(viewport.height);
      target.style.width = `${width}px`;
      const task = page.render({ canvas: target, viewport });
      drawing = task;
      await task.promise;
      if (!isRead) return;
      const { items } = await page.getTextContent();
      setWords(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    };
    draw().catch(() => undefined);
    return () => {
      isOver = true;
      drawing?.cancel();
    };
  }, [document, number, width, isSeen, isRead]);
  return (
    <>
      <canvas
        ref={canvas}
        width={width}
        height={Math.round(width * Math.SQRT2)}
        aria-hidden={isRead ? 'true' : undefined}
      />
      {isRead && <div className="visually-hidden">{words}</div>}
    </>
  );
}

/** True once the element has come near the part of the page that is seen. */
function useSeen(element: React.RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target || isSeen) return;
    const watcher = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
      { rootMargin: '200px' },
    );
    watcher.observe(target);
    return () => watcher.disconnect();
  }, [element, isSeen]);
  return isSeen;
}
