/** What the server tells a browser: ids only; the screens ask for the rest. */
export type LiveEvent =
  | { readonly kind: 'notice' | 'read'; readonly ids: readonly string[] }
  /** The line was (re)made or lost: something may have been missed. */
  | { readonly kind: 'line' };

const address = '/api/notifications/stream';
const name = 'lien-mach:live';
const againMs = 30_000;

/** True where tabs can agree on one of them; elsewhere (plain http) screens ask again every half minute. */
export function canListen(): boolean {
  return 'locks' in navigator && 'BroadcastChannel' in globalThis && 'EventSource' in globalThis;
}

/**
 * Listens for live events. All tabs of a browser share one connection: the tab that gets the lock holds it and tells the
 * others; when it closes, the next one takes over. The returned function ends it.
 */
export function listenLive(onEvent: (event: LiveEvent) => void): () => void {
  const channel = new BroadcastChannel(name);
  const stop = new AbortController();
  channel.onmessage = (message: MessageEvent<LiveEvent>) => onEvent(message.data);
  function tell(event: LiveEvent) {
    onEvent(event);
    channel.postMessage(event);
  }
  navigator.locks
    .request(name, { signal: stop.signal }, () => hold(tell, stop.signal))
    // Only the end of listening breaks the wait for the lock.
    .catch(() => undefined);
  return () => {
    stop.abort();
    channel.close();
  };
}

/** Keeps the connection until told to stop; the browser itself makes it again after a break. */
function hold(tell: (event: LiveEvent) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function open() {
      source = new EventSource(address);
      source.addEventListener('ready', () => tell({ kind: 'line' }));
      for (const kind of ['notice', 'read'] as const) {
        source.addEventListener(kind, (event) => tell({ kind, ids: idsOf(event) }));
      }
      source.onerror = () => {
        if (source.readyState !== EventSource.CLOSED) return;
        // Refused: the session may be over, which the next ordinary call finds out.
        tell({ kind: 'line' });
        timer = setTimeout(open, againMs);
      };
    }
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source.close();
      resolve();
    });
    open();
  });
}

function idsOf(event: MessageEvent<string>): readonly string[] {
  const { ids } = JSON.parse(event.data) as { ids?: readonly string[] };
  return ids ?? [];
}
