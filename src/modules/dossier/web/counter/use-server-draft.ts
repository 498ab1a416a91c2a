import { useEffect, useRef, useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { call } from '#web/call.ts';
import { newKey } from '#web/new-key.ts';
import { dropDraft, keepDraft } from '../../contract/receive.ts';
import { emptyIntake, type IntakeValue, titleOf } from './intake-value.ts';

const pauseMs = 800;

/** Whether what is typed lies safely on the server. */
export type DraftState = 'none' | 'changed' | 'kept' | 'not-kept';

/** Keeps an intake on the server at each pause of typing, so that a power cut loses nothing. */
export function useServerDraft(draftId: Id, initialVersion: number, value: IntakeValue) {
  const version = useRef(initialVersion);
  const kept = useRef(JSON.stringify(value));
  const isGone = useRef(false);
  const [state, setState] = useState<DraftState>(initialVersion > 0 ? 'kept' : 'none');
  const text = JSON.stringify(value);
  useEffect(() => {
    if (text === kept.current || isGone.current || text === JSON.stringify(emptyIntake)) return;
    setState('changed');
    const timer = setTimeout(async () => {
      try {
        const body = { version: version.current, title: titleOf(value), content: { ...value } };
        const answer = await call(keepDraft, { params: { draftId }, body }, { idempotencyKey: newKey() });
        version.current = answer.version;
        kept.current = text;
        setState('kept');
      } catch {
        if (!isGone.current) setState('not-kept');
      }
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [draftId, text, value]);
  return {
    state,
    /** Nothing more is kept: the dossier was entered. */
    end: () => {
      isGone.current = true;
    },
    drop: async () => {
      isGone.current = true;
      if (version.current > 0) await call(dropDraft, { params: { draftId } }, { idempotencyKey: newKey() });
    },
  };
}
