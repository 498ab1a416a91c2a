import './evidence.css';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall } from '#web/use-call.ts';
import { listEvidence } from '../contract/evidence.ts';
import type { EvidenceRef, EvidenceRow } from '../contract/parts.ts';
import { EnterDialog } from './enter-dialog.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { refOf } from './ref-of.ts';

export interface EvidencePickerProps {
  readonly label: string;
  readonly value: readonly EvidenceRef[];
  readonly onChange: (value: readonly EvidenceRef[]) => void;
  /** Opens one beside the form. */
  readonly onView?: (evidence: EvidenceRef) => void;
  /** At most so many (20 unless said). */
  readonly most?: number;
}

const pauseMs = 250;
const shown = 8;

/**
 * Chooses evidence inside a form: the newest documents stand ready and a number finds any other; what is not there yet is
 * entered on the spot. May stand inside another form.
 */
export function EvidencePicker({ label, value, onChange, onView, most = 20 }: EvidencePickerProps) {
  const [typed, setTyped] = useState('');
  const [entering, setEntering] = useState<'document' | 'file'>();
  function add(row: EvidenceRow) {
    if (!value.some((one) => one.id === row.id)) onChange([...value, refOf(row)]);
    setTyped('');
    setEntering(undefined);
  }
  return (
    <fieldset className="evidence-picker">
      <legend>{label}</legend>
      {value.length > 0 && (
        <ul className="evidence-list">
          {value.map((one) => (
            <li key={one.id}>
              <EvidenceCard evidence={one} {...(onView && { onView: () => onView(one) })}>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => onChange(value.filter((other) => other.id !== one.id))}
                >
                  Bỏ chọn
                </Button>
              </EvidenceCard>
            </li>
          ))}
        </ul>
      )}
      {value.length < most && (
        <>
          <Found typed={typed} onType={setTyped} chosen={value} onPick={add} />
          <Group gap="sm">
            <Button variant="default" onClick={() => setEntering('document')}>
              Nhập văn bản mới
            </Button>
            <Button variant="default" onClick={() => setEntering('file')}>
              Đưa tệp lên
            </Button>
          </Group>
        </>
      )}
      {entering && <EnterDialog kind={entering} typed={typed} onDone={add} onClose={() => setEntering(undefined)} />}
    </fieldset>
  );
}

interface FoundProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly chosen: readonly EvidenceRef[];
  readonly onPick: (row: EvidenceRow) => void;
}

function Found({ typed, onType, chosen, onPick }: FoundProps) {
  const [q] = useDebouncedValue(typed.trim(), pauseMs);
  const query = q === '' ? { kind: 'document' as const, size: shown } : { q, size: shown };
  const found = useCall(listEvidence, { query }, { placeholderData: (before) => before });
  const rows = found.data?.rows.filter((row) => !chosen.some((one) => one.id === row.id)) ?? [];
  return (
    <>
      <TextInput
        type="search"
        label="Tìm văn bản, tệp đã có"
        placeholder="Số văn bản hoặc vài từ trong trích yếu"
        leftSection={<IconSearch size={18} stroke={1.6} />}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const [first] = rows;
          if (first) onPick(first);
        }}
      />
      {rows.length > 0 && (
        <ul className="evidence-found" aria-label={q === '' ? 'Văn bản mới nhất' : 'Kết quả tìm'}>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" onClick={() => onPick(row)}>
                <strong>{row.name}</strong>
                {row.kind === 'document' ? row.title : `Tệp của ${row.createdByName}`}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Text size="sm" c="dimmed" role="status">
        {found.data && rows.length === 0 && q !== '' && 'Không thấy. Có thể nhập mới bằng nút bên dưới.'}
      </Text>
    </>
  );
}
