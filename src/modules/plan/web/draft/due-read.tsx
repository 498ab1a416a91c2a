import { useDebouncedValue } from '@mantine/hooks';
import { useCall } from '#web/use-call.ts';
import { readDueText } from '../../contract/drafting.ts';

const pauseMs = 400;

/** How the product understands due words while they are typed. */
export function DueRead({ text, year }: { text: string; year: number }) {
  const [asked] = useDebouncedValue(text.trim(), pauseMs);
  const read = useCall(
    readDueText,
    { body: { text: asked, year } },
    { enabled: asked !== '', placeholderData: (previous) => previous },
  );
  if (asked === '' || !read.data) return null;
  const words = read.data.rules.map((one) => one.words).join('; ');
  return (
    <p className="due-read" role="status">
      {words === '' ? 'Chưa hiểu thời hạn này; việc sẽ không có ngày nhắc.' : `Hiểu là: ${words}`}
    </p>
  );
}
