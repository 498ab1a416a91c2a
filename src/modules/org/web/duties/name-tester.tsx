import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { type ResolvedName, resolveName } from '../../contract/names.ts';
import { bearerText } from '../../text.ts';

const tones: Readonly<Record<ResolvedName['kind'], StatusTone>> = {
  post: 'done',
  department: 'done',
  group: 'doubt',
  external: 'none',
  'empty-duty': 'error',
  ambiguous: 'doubt',
  unknown: 'error',
};

/** Tries a name as a document writes it: whom it means today. */
export function NameTester() {
  const [typed, setTyped] = useState('');
  const [name] = useDebouncedValue(typed.trim(), 300);
  const found = useCall(resolveName, { query: { name } }, { enabled: name.length >= 2 });
  return (
    <section className="org-section org-tester" aria-label="Thử một tên gọi">
      <TextInput
        label="Thử một tên gọi"
        description="Chép tên trong kế hoạch vào đây để xem hệ thống hiểu là ai, ví dụ: Công chức Tư pháp."
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw="30rem"
      />
      <div role="status" aria-live="polite">
        {name.length >= 2 && found.data && <Answer answer={found.data} />}
      </div>
    </section>
  );
}

function Answer({ answer }: { answer: ResolvedName }) {
  return (
    <div className="org-answer">
      <p>
        <StatusBadge tone={tones[answer.kind]}>{answer.words}</StatusBadge>
      </p>
      {answer.bearer && <p>Hôm nay: {bearerText(answer.bearer)}</p>}
      {answer.candidates.length > 0 && <p>Có thể là: {answer.candidates.map((one) => one.title).join('; ')}.</p>}
    </div>
  );
}
