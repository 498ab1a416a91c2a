import './history.css';
import { Alert, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '#web/ui/error-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { type Act, getProof } from '../contract.ts';
import { writeInstant } from '../domain/value-text.ts';
import { checkProof, type Proof, type ProofCheck } from './check-proof.ts';
import { saveFile } from './save-file.ts';

/** What shows that an entry is in the signed log, checked by this very browser. */
export function ProofPanel({ entryId }: { entryId: Act['id'] }) {
  const proof = useCall(getProof, { params: { entryId } }, { refetchInterval: ({ state }) => waitFor(state.data) });
  const check = useQuery({
    queryKey: ['check-proof', entryId, proof.dataUpdatedAt],
    queryFn: async () => (proof.data ? ((await checkProof(proof.data)) ?? null) : null),
    enabled: proof.data !== undefined,
  });
  if (proof.error) return <ErrorState error={proof.error} onRetry={() => void proof.refetch()} />;
  if (!proof.data) return <Text size="sm">Đang lấy bằng chứng…</Text>;
  const { receipt } = proof.data;
  if (!receipt) {
    return (
      <div className="proof">
        <StatusBadge tone="active">Đang chờ ghi vào cây</StatusBadge>
        <Text size="sm">
          Mục này đã ghi xong; trong vòng một phút nó được đưa vào cây đã ký, khi đó bằng chứng hiện ở đây.
        </Text>
      </div>
    );
  }
  return (
    <div className="proof">
      <p>
        Mục số <strong>{(receipt.index + 1).toLocaleString('vi-VN')}</strong> nằm trong cây đã ký lúc{' '}
        <strong>{writeInstant(Date.parse(receipt.head.at))}</strong>, khi cây có{' '}
        {receipt.head.size.toLocaleString('vi-VN')} mục.
      </p>
      {check.data && <Checks check={check.data} />}
      {check.data === null && (
        <Alert color="amber" title="Trình duyệt này chưa tự kiểm tra được">
          Việc tự kiểm tra cần địa chỉ bắt đầu bằng https. Vẫn có thể tải bằng chứng và kiểm tra bằng chương trình
          verify.
        </Alert>
      )}
      <dl className="proof-hashes">
        <dt>Mã băm của mục</dt>
        <dd>{check.data?.leafHash ?? '…'}</dd>
        <dt>Gốc cây đã ký</dt>
        <dd>{receipt.head.root}</dd>
        <dt>Chữ ký</dt>
        <dd>{receipt.head.signature}</dd>
      </dl>
      <Button
        variant="default"
        onClick={() => saveFile(`bang-chung-muc-${receipt.index + 1}.json`, fileOf(proof.data))}
      >
        Tải bằng chứng
      </Button>
    </div>
  );
}

/** A head is signed at most a minute after the act: until then it is asked again. */
function waitFor(proof: Proof | undefined): number | false {
  return proof && proof.receipt === null ? 3_000 : false;
}

/** Without what the entry commits to: a proof may be handed on, personal data may not. */
function fileOf({ receipt, publicKeys }: Proof): unknown {
  return { receipt, publicKeys };
}

const words: Readonly<Record<ProofCheck['content'], { tone: 'done' | 'error' | 'doubt'; words: string }>> = {
  matches: { tone: 'done', words: 'khớp' },
  differs: { tone: 'error', words: 'không khớp' },
  unknown: { tone: 'doubt', words: 'chưa kiểm tra được ở đây' },
};

function Checks({ check }: { check: ProofCheck }) {
  const rows = [
    { name: 'Mục nằm trong cây', result: check.inTree ? words.matches : words.differs },
    { name: 'Nội dung đang xem đúng với mục đã ghi', result: words[check.content] },
    { name: 'Chữ ký của cây', result: words[check.signature] },
  ];
  return (
    <ul className="proof-checks" aria-label="Trình duyệt tự kiểm tra">
      {rows.map(({ name, result }) => (
        <li key={name}>
          <StatusBadge tone={result.tone}>{`${name}: ${result.words}`}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}
