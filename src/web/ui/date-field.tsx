import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { readDay } from '#kernel/read-day.ts';
import { useLoaded } from './use-loaded.ts';

const loadCalendar = () => import('./calendar.tsx');

export interface DateFieldProps {
  readonly label: string;
  readonly value: PlainDate | undefined;
  readonly onChange: (value: PlainDate | undefined) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** Inside another popover, which a calendar laid over the page would close. */
  readonly isInPopover?: boolean;
}

/** A day typed as dd/MM/yyyy, or picked from a calendar that is loaded when first opened. */
export function DateField({ label, value, onChange, description, error, required, isInPopover }: DateFieldProps) {
  const [text, setText] = useState(value ? formatDate(value) : '');
  const [isOpen, setOpen] = useState(false);
  const [calendar, load] = useLoaded(loadCalendar);
  const isUnread = text.trim() !== '' && readDay(text) === undefined;
  useEffect(() => {
    setText(value ? formatDate(value) : '');
  }, [value]);
  function type(typed: string) {
    setText(typed);
    const day = readDay(typed);
    if (day !== undefined || typed.trim() === '') onChange(day);
  }
  return (
    <Popover
      opened={isOpen}
      withRoles={false}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={!isInPopover}
    >
      <Popover.Target>
        <TextInput
          label={label}
          description={description}
          required={required ?? false}
          placeholder="dd/mm/yyyy"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => value && !isUnread && setText(formatDate(value))}
          error={error ?? (isUnread ? 'Ngày chưa đúng. Hãy nhập dạng ngày/tháng/năm, ví dụ 15/06/2022.' : undefined)}
          rightSection={
            <ActionIcon
              variant="subtle"
              aria-label={`Mở lịch: ${label}`}
              onClick={() => void load().then(() => setOpen(!isOpen))}
            >
              <IconCalendar size={18} stroke={1.6} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={`Lịch: ${label}`}>
        {calendar && (
          <calendar.Calendar
            value={value}
            onPick={(day) => {
              onChange(day);
              setOpen(false);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
