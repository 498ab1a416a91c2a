import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SplitView } from '#web/ui/split-view.tsx';
import type { getImport } from '../../contract/imports.ts';
import { AcceptPanel } from './accept-panel.tsx';
import { DocumentPane } from './document-pane.tsx';
import { DoubtList } from './doubt-list.tsx';
import { furnitureWords } from './furniture-words.ts';
import { linesOfPath, pathsByLine } from './provenance.ts';
import { ReadingPane } from './reading-pane.tsx';
import { ReviewMenu } from './review-menu.tsx';
import { UnreadList } from './unread-list.tsx';
import './import.css';

type Answer = AnswerOf<typeof getImport>;
export type ReadImport = Answer & { readonly reading: NonNullable<Answer['reading']> };

type Tab = 'doubts' | 'reading' | 'unread';

/** The document on one side, what was read from it on the other; a press on either lights its counterpart. */
export function Review({ answer }: { answer: ReadImport }) {
  const [params, setParams] = useSearchParams();
  const path = params.get('cho') ?? undefined;
  const { places } = answer.reading;
  const [tab, setTab] = useState<Tab>(path === undefined && answer.open.all > 0 ? 'doubts' : 'reading');
  const [pane, setPane] = useState<'start' | 'end'>('end');
  const [lines, setLines] = useState<readonly number[]>();
  const byLine = useMemo(() => pathsByLine(places), [places]);
  const unread = answer.unread.filter((one) => one.settled === null).map((one) => one.line);
  const lit = lines ?? (path === undefined ? [] : linesOfPath(places, path));
  function choose(next: string | undefined, from: 'document' | 'reading') {
    setLines(undefined);
    setParams(next === undefined ? {} : { cho: next }, { replace: true, preventScrollReset: true });
    if (from === 'document') {
      setTab('reading');
      setPane('end');
    }
  }
  function show(shown: readonly number[]) {
    setLines(shown);
    setPane('start');
  }
  function press(line: number) {
    const field = byLine.get(line)?.[0];
    if (field !== undefined) return choose(field, 'document');
    setLines([line]);
    if (unread.includes(line)) setTab('unread');
    else notify('info', furnitureWords(answer.reading.furniture[line]));
  }
  const isOpen = answer.state === 'review';
  return (
    <div className="review">
      <ReviewHeader answer={answer} isOpen={isOpen} />
      <SplitView
        name="plan-review"
        shown={pane}
        onShow={setPane}
        start={{
          label: 'Văn bản',
          content: <DocumentPane importId={answer.id} unread={unread} lit={lit} onLine={press} />,
        }}
        end={{
          label: 'Nội dung đã đọc',
          content: (
            <>
              <SegmentedControl
                fullWidth
                className="review-tabs"
                aria-label="Phần đang xem"
                value={tab}
                onChange={(value) => setTab(value as Tab)}
                data={[
                  { value: 'doubts', label: `Cần quyết định (${answer.open.all})` },
                  { value: 'reading', label: 'Đã đọc' },
                  { value: 'unread', label: `Dòng chưa nhận diện (${answer.open.unread})` },
                ]}
              />
              {tab === 'doubts' && (
                <DoubtList answer={answer} isOpen={isOpen} onShow={show} onOpen={(next) => choose(next, 'document')} />
              )}
              {tab === 'reading' && (
                <ReadingPane
                  answer={answer}
                  isOpen={isOpen}
                  chosen={path}
                  onChoose={(next) => choose(next, 'reading')}
                />
              )}
              {tab === 'unread' && <UnreadList answer={answer} isOpen={isOpen} onShow={show} />}
            </>
          ),
        }}
      />
    </div>
  );
}

function ReviewHeader({ answer, isOpen }: { answer: ReadImport; isOpen: boolean }) {
  return (
    <PageHeader
      title={answer.reading.title || answer.fileName}
      back={{ to: '/nhap-ke-hoach', label: 'Nhập kế hoạch' }}
      note={noteOf(answer)}
      actions={
        <>
          <ReviewMenu answer={answer} isOpen={isOpen} />
          {isOpen && <AcceptPanel answer={answer} />}
          {answer.planId && (
            <Button component={Link} to={`/ke-hoach/${answer.planId}`}>
              Mở kế hoạch
            </Button>
          )}
        </>
      }
    />
  );
}

function noteOf({ reading, state, fileName, open }: ReadImport): string {
  const tasks = reading.appendices.reduce((sum, appendix) => sum + appendix.tasks.length, 0);
  const counts = `${reading.targets.length} chỉ tiêu, ${tasks} nhiệm vụ ở phụ lục, ${reading.tasksNarrative.length} nhiệm vụ ở phần lời`;
  const left =
    open.blocking > 0
      ? `còn ${open.blocking} việc phải quyết định trước khi chấp nhận`
      : open.all > 0
        ? `còn ${open.all} điểm nên xem, không bắt buộc`
        : 'không còn điểm nào phải quyết định';
  const words = { accepted: 'Đã chấp nhận', discarded: 'Đã bỏ', review: left, reading: '', refused: '' } as const;
  return `${fileName} · ${counts} · ${words[state]}`;
}
