import './history.css';
import { Text } from '@mantine/core';
import type { Act } from '../contract.ts';

/** What an act changed, field by field, and why. */
export function ActDetail({ act }: { act: Act }) {
  return (
    <>
      {act.reason !== null && (
        <Text size="sm">
          Lý do: <span className="act-reason">{act.reason}</span>
        </Text>
      )}
      {act.erased && <Text size="sm">Nội dung đã được xóa theo quy định; mục nhật ký vẫn còn.</Text>}
      {act.changes.length > 0 && (
        <dl className="act-changes">
          {act.changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {before !== null && <del>{before}</del>}
                {before !== null && after !== null && <span aria-hidden> → </span>}
                {after === null ? <span className="dimmed"> bỏ</span> : <ins>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
