import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '#web/call.ts';
import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';
import { checkFile } from '../contract/evidence.ts';
import type { FileAt } from './file-address.ts';

interface Told {
  readonly tone: StatusTone;
  readonly words: string;
}

/** The hash of a version, and the button by which the server reads its bytes again and compares them with the log. */
export function HashCheck({ at, sha256 }: { at: FileAt; sha256: string }) {
  const [isPending, setPending] = useState(false);
  const [told, setTold] = useState<Told>();
  async function check() {
    setPending(true);
    try {
      const found = await call(checkFile, { params: at });
      setTold({ tone: found.ok ? 'done' : 'error', words: found.words });
    } catch (error) {
      setTold({ tone: 'error', words: error instanceof Error ? error.message : '' });
    } finally {
      setPending(false);
    }
  }
  return (
    <div>
      <span className="evidence-hash" title={sha256}>
        SHA-256 {sha256.slice(0, 16)}…
      </span>{' '}
      <Button size="compact-sm" variant="subtle" loading={isPending} onClick={() => void check()}>
        Kiểm tra tệp
      </Button>
      <div role="status">{told && <StatusBadge tone={told.tone}>{told.words}</StatusBadge>}</div>
    </div>
  );
}
