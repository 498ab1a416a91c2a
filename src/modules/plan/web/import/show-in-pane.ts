/** Room kept free for the bar at the foot of a phone. */
const foot = 72;

/** Scrolls the pane around an element so that it stands in the middle; the page moves only where the pane is not in view. */
export function showInPane(element: Element | null | undefined): void {
  const pane = element?.closest('.split-pane');
  if (!element || !pane) return;
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const isSeen = box.top >= frame.top && box.bottom <= frame.bottom;
  if (!isSeen) pane.scrollTop += box.top - frame.top - Math.max(0, (frame.height - box.height) / 2);
  const sideways = element.closest('.source-scroll');
  if (sideways) sideways.scrollLeft += sidewaysTo(box, sideways.getBoundingClientRect());
  const below = frame.bottom - (innerHeight - foot);
  if (below > 0) scrollBy(0, Math.min(below, Math.max(0, frame.top - 2 * foot)));
}

function sidewaysTo(box: DOMRect, frame: DOMRect): number {
  if (box.right > frame.right) return box.right - frame.right;
  return box.left < frame.left ? box.left - frame.left : 0;
}
