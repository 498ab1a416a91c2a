import '../work.css';
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { notify } from '#web/notices.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SplitView } from '#web/ui/split-view.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { decideMany } from '../../contract/acts.ts';
import { listApprovals } from '../../contract/reads.ts';
import { bearerText } from '../shared/bearer-text.ts';
import { DueCell } from '../shared/due-cell.tsx';
import { ReasonDialog } from '../shared/reason-dialog.tsx';
import type { ApprovalRow } from '../shared/rows.ts';
import { type CurrentRow, WorkConflict } from '../shared/work-conflict.tsx';
import { DecisionPane } from './decision-pane.tsx';
import { useApprovalKeys } from './use-approval-keys.ts';

/** *Chờ duyệt*: what waits for this person, the evidence beside it, and keys for those who decide much. */
export function Component() {
  const waiting = useCall(listApprovals, { query: { size: 100 } });
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<'start' | 'end'>('start');
  const [returning, setReturning] = useState<readonly ApprovalRow[]>();
  const [stale, setStale] = useState<readonly StaleDecision[]>([]);
  const decide = useSend(decideMany);
  const rows = useMemo(() => waiting.data?.rows ?? [], [waiting.data]);
  const at = Math.max(
    0,
    rows.findIndex(({ obligation }) => obligation.id === params.get('xem')),
  );
  const current = rows[at];
  const open = (row: ApprovalRow | undefined) => row && setParams({ xem: row.obligation.id }, { replace: true });
  const many = rows.filter((row) => row.kind === 'submission' && chosen.has(row.obligation.id));

  function send(decision: Decision, which: readonly Pick<ApprovalRow, 'obligation'>[], reason?: string) {
    const items = which.map(({ obligation }) => ({ id: obligation.id, version: obligation.version }));
    decide.mutate(
      { body: { decision, items, ...(reason && { reason }) } },
      {
        onSuccess: ({ done, refused }) => {
          setChosen(new Set());
          setReturning(undefined);
          if (done.length > 0)
            notify('done', `${decision === 'accept' ? 'Đã chấp nhận' : 'Đã trả lại'} ${done.length} sản phẩm.`);
          setStale(
            refused.flatMap(({ id, current: now }) => {
              const seen = which.find(({ obligation }) => obligation.id === id)?.obligation;
              return seen && now ? [{ seen, now, decision, reason }] : [];
            }),
          );
          const others = refused.filter((one) => one.current === null);
          if (others.length > 0) notify('error', others.map(({ message }) => message).join(' '));
        },
        onError: (error) => notify('error', error.message),
      },
    );
  }

  useApprovalKeys({
    next: () => open(rows[at + 1]),
    previous: () => open(rows[at - 1]),
    accept: () => current?.kind === 'submission' && send('accept', [current]),
    giveBack: () => current?.kind === 'submission' && setReturning([current]),
  });
  useEffect(() => {
    document.getElementById(`cho-duyet-${current?.obligation.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  if (waiting.error) return <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />;
  return (
    <>
      <PageHeader
        title="Chờ duyệt"
        note="Phím J, K: xuống, lên · A: chấp nhận · T: trả lại. Văn bản đã ký, đã có số chỉ cần kiểm tra."
        actions={
          many.length > 0 && (
            <>
              <Button loading={decide.isPending} onClick={() => send('accept', many)}>
                Chấp nhận {many.length}
              </Button>
              <Button variant="default" onClick={() => setReturning(many)}>
                Trả lại {many.length}
              </Button>
            </>
          )
        }
      />
      {waiting.data && rows.length === 0 && (
        <EmptyState
          title="Không có gì chờ bạn quyết định"
          text="Sản phẩm được nộp và đề nghị gia hạn gửi tới bạn, hoặc tới người bạn làm thay, hiện ở đây."
        />
      )}
      {current && (
        <SplitView
          name="approvals"
          shown={shown}
          onShow={setShown}
          start={{
            label: 'Danh sách',
            content: (
              <ul className="work-list" aria-label="Chờ quyết định">
                {rows.map((row) => (
                  <ApprovalItem
                    key={`${row.kind}${row.obligation.id}`}
                    row={row}
                    isCurrent={row === current}
                    isChosen={chosen.has(row.obligation.id)}
                    onChoose={() => setChosen(toggled(chosen, row.obligation.id))}
                    onOpen={() => {
                      open(row);
                      setShown('end');
                    }}
                  />
                ))}
              </ul>
            ),
          }}
          end={{
            label: 'Quyết định',
            content: (
              <DecisionPane
                key={current.obligation.id}
                row={current}
                isPending={decide.isPending}
                onAccept={() => send('accept', [current])}
                onReturn={() => setReturning([current])}
              />
            ),
          }}
        />
      )}
      {stale[0] && (
        <StaleDialog
          key={stale[0].seen.id}
          stale={stale[0]}
          isPending={decide.isPending}
          onKeep={({ seen, now, decision, reason }) => {
            setStale(stale.slice(1));
            send(decision, [{ obligation: { ...seen, version: now.version } }], reason);
          }}
          onLeave={() => setStale(stale.slice(1))}
        />
      )}
      {returning && (
        <ReasonDialog
          title={
            returning.length === 1
              ? `Trả lại "${returning[0]?.obligation.title ?? ''}"?`
              : `Trả lại ${returning.length} sản phẩm?`
          }
          confirm="Trả lại"
          label="Lý do và cần sửa gì"
          isPending={decide.isPending}
          onSend={(reason) => send('return', returning, reason)}
          onClose={() => setReturning(undefined)}
        />
      )}
    </>
  );
}

type Decision = 'accept' | 'return';

/** A decision about something that another changed meanwhile. */
interface StaleDecision {
  readonly seen: ApprovalRow['obligation'];
  readonly now: CurrentRow;
  readonly decision: Decision;
  readonly reason: string | undefined;
}

interface StaleDialogProps {
  readonly stale: StaleDecision;
  readonly isPending: boolean;
  readonly onKeep: (stale: StaleDecision) => void;
  readonly onLeave: () => void;
}

function StaleDialog({ stale, isPending, onKeep, onLeave }: StaleDialogProps) {
  return (
    <WorkConflict
      seen={stale.seen}
      current={stale.now}
      keep={stale.decision === 'accept' ? 'Vẫn chấp nhận' : 'Vẫn trả lại'}
      stages={['submitted']}
      isPending={isPending}
      onKeep={() => onKeep(stale)}
      onTake={onLeave}
      onClose={onLeave}
    />
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface ApprovalItemProps {
  readonly row: ApprovalRow;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

function ApprovalItem({ row, isCurrent, isChosen, onChoose, onOpen }: ApprovalItemProps) {
  const { obligation, kind, route, insteadOf } = row;
  const what = kind === 'extension' ? 'Xin gia hạn' : route === 'check' ? 'Kiểm tra văn bản đã ký' : 'Chờ chấp nhận';
  return (
    <li id={`cho-duyet-${obligation.id}`} className="work-item" aria-current={isCurrent || undefined}>
      <div>
        <Group gap="sm" wrap="nowrap" align="flex-start">
          {kind === 'submission' && (
            <Checkbox
              mt={2}
              aria-label={`Chọn ${obligation.title}, ${obligation.place}`}
              checked={isChosen}
              onChange={onChoose}
            />
          )}
          <div>
            <Button
              variant="subtle"
              size="compact-md"
              px={0}
              fw={isCurrent ? 700 : 600}
              className="work-item-open"
              onClick={onOpen}
            >
              {obligation.title}
            </Button>
            <Text size="sm">
              {what}
              {insteadOf && ` · làm thay ${insteadOf}`}
            </Text>
            <Text size="sm" c="dimmed">
              {[obligation.place, bearerText(obligation.bearer)].filter(Boolean).join(' · ')}
            </Text>
            <Text size="sm" component="div">
              Hạn: <DueCell row={obligation} />
            </Text>
          </div>
        </Group>
      </div>
    </li>
  );
}
