import { Checkbox, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CallError } from '#web/call-error.ts';
import { notify } from '#web/notices.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ConflictDialog } from '#web/ui/conflict-dialog.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import { type SectionRow, saveSection, submitSection } from '../contract.ts';
import { verdictOf, wordsOfActs } from './section-words.ts';

interface Text {
  readonly content: string;
  readonly nothingNew: boolean;
}

function readText(found: unknown): Text | undefined {
  const { content, nothingNew } = (found ?? {}) as Partial<Text>;
  return typeof content === 'string' ? { content, nothingNew: nothingNew === true } : undefined;
}

/** The text of a section: kept as a draft while it is typed, saved, and handed in. */
export function SectionEditor({ section }: { section: SectionRow }) {
  const saved = { content: section.content, nothingNew: section.nothingNew };
  const [text, setText] = useState<Text>(saved);
  const [theirs, setTheirs] = useState<SectionRow>();
  const isChanged = text.content !== saved.content || text.nothingNew !== saved.nothingNew;
  const draft = useDraft(`report-section:${section.id}`, text, isChanged, readText);
  const save = useSend(saveSection);
  const submit = useSend(submitSection);
  useEffect(() => setText({ content: section.content, nothingNew: section.nothingNew }), [section]);
  function send(how: typeof save | typeof submit, words: string, version = section.version) {
    how.mutate(
      { params: { sectionId: section.id }, body: { version, ...text } },
      {
        onSuccess: () => {
          draft.drop();
          setTheirs(undefined);
          notify('done', words);
        },
        onError: (error) => error.code === 'stale-version' && setTheirs(currentIn(error)),
      },
    );
  }
  return (
    <>
      <FormFrame
        submit="Nộp phần này"
        onSubmit={() => send(submit, `Đã nộp phần "${section.title}".`)}
        isChanged={isChanged}
        isPending={submit.isPending}
        error={theirs ? null : (submit.error ?? save.error)}
        verdict={verdictOf(section, 'submit')}
        words={wordsOfActs(section)}
        draft={draft}
        onRestore={setText}
      >
        <Textarea
          label={`Nội dung phần ${section.title}`}
          autosize
          minRows={5}
          maxRows={24}
          maxLength={50_000}
          value={text.content}
          onChange={(event) => setText({ ...text, content: event.currentTarget.value })}
        />
        <Checkbox
          my="sm"
          label="Kỳ này không phát sinh nội dung"
          checked={text.nothingNew}
          onChange={(event) => setText({ ...text, nothingNew: event.currentTarget.checked })}
        />
        <ActionButton
          variant="default"
          w="fit-content"
          isPending={save.isPending}
          verdict={verdictOf(section, 'save')}
          words={wordsOfActs(section)}
          onClick={() => send(save, 'Đã lưu, chưa nộp.')}
        >
          Lưu, chưa nộp
        </ActionButton>
      </FormFrame>
      {theirs && (
        <ConflictDialog
          isOpen
          fields={[{ label: section.title, mine: text.content, theirs: theirs.content }]}
          isPending={save.isPending}
          onKeepMine={() => send(save, 'Đã lưu nội dung của bạn.', theirs.version)}
          onTakeTheirs={() => {
            setText({ content: theirs.content, nothingNew: theirs.nothingNew });
            setTheirs(undefined);
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </>
  );
}

function currentIn(error: CallError): SectionRow | undefined {
  return (error.details as { current?: SectionRow } | undefined)?.current;
}
