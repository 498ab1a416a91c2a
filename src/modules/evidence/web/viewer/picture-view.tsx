import { useState } from 'react';
import { nextZoom, ZoomButtons } from './zoom-buttons.tsx';

/** A picture with zoom; at first as wide as there is room. */
export function PictureView({ address, name }: { address: string; name: string }) {
  const [zoom, setZoom] = useState(1);
  return (
    <>
      <div className="evidence-viewer-bar">
        <ZoomButtons zoom={zoom} onZoom={(step) => setZoom(nextZoom(zoom, step))} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section className="evidence-picture" tabIndex={0} aria-label={name}>
        <img src={address} alt={name} style={{ width: `${zoom * 100}%` }} />
      </section>
    </>
  );
}
