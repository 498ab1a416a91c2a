import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

const most = 500_000;

/** Plain text as it was written. */
export function TextView({ address, name }: { address: string; name: string }) {
  const text = useQuery({
    queryKey: ['evidence-text', address],
    queryFn: async ({ signal }) => {
      const reply = await fetch(address, { signal, headers: { range: `bytes=0-${most - 1}` } });
      if (!reply.ok) throw new Error(String(reply.status));
      return await reply.text();
    },
  });
  if (text.error) return <Text role="alert">Không đọc được tệp này. Xin tải về để xem.</Text>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className="evidence-plain" tabIndex={0} aria-label={name}>
      {text.data ?? 'Đang mở…'}
    </section>
  );
}
