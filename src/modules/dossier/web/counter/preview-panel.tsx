import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AnswerOf } from '#kernel/route.ts';
import type { previewIntake } from '../../contract/receive.ts';
import { momentText } from '../shared/moment-text.ts';

export type Preview = AnswerOf<typeof previewIntake>;

/** What would come of receiving it now: the date with its reasons, fees, what is missing, and whether it came before. */
export function PreviewPanel({ preview }: { preview: Preview | undefined }) {
  if (!preview)
    return <Text c="dimmed">Chọn thủ tục và ghi họ tên để thấy ngày hẹn trả, phí và giấy tờ còn thiếu.</Text>;
  const { due, explanation, transferBy, missing, fees, same, refusal } = preview;
  return (
    <>
      {refusal && <Alert color="red">{refusal.message}</Alert>}
      {due && (
        <>
          <p className="counter-due">
            Hẹn trả: <strong>{momentText(due)}</strong>
          </p>
          <details className="dossier-fold">
            <summary>Vì sao có hạn này</summary>
            <ol>
              {explanation.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </details>
          <Text size="sm">Chuyển xử lý trước: {momentText(transferBy)}</Text>
        </>
      )}
      {fees.length > 0 && (
        <>
          <h3>Phí, lệ phí</h3>
          <ul>
            {fees.map((fee) => (
              <li key={fee.name}>
                {fee.name}:{' '}
                {fee.amount === null
                  ? 'theo quy định của tỉnh, chưa nhập mức'
                  : `${fee.amount.toLocaleString('vi-VN')} đ`}
                {fee.exempt && ` (${fee.exempt})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {missing.length > 0 && (
        <Alert color="yellow" mt="sm" title="Còn thiếu">
          <ul>
            {missing.map((one) => (
              <li key={one.code}>{one.name}</li>
            ))}
          </ul>
        </Alert>
      )}
      {same.length > 0 && (
        <Alert color="yellow" mt="sm" title="Người này đang có hồ sơ cùng thủ tục">
          <ul>
            {same.map((row) => (
              <li key={row.id}>
                <Anchor component={Link} to={`/ho-so/${row.id}`}>
                  {row.code ?? 'chưa có mã'}
                </Anchor>{' '}
                – {row.ownerName}, nộp {momentText(row.receivedAt)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
