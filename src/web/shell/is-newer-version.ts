const entry = /<script type="module"[^>]* src="([^"]+)"/;
const minimumGapMs = 60_000;
let lastLook = 0;

/** True when the server now serves another build than the one this page runs; asks at most once a minute. */
export async function isNewerVersion(): Promise<boolean> {
  const running = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  if (!running || performance.now() - lastLook < minimumGapMs) return false;
  lastLook = performance.now();
  try {
    const response = await fetch('/lam-viec/', { cache: 'no-cache', headers: { accept: 'text/html' } });
    if (!response.ok) return false;
    const served = entry.exec(await response.text())?.[1];
    return served !== undefined && served !== running;
  } catch {
    return false;
  }
}
