import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { Section } from '#modules/work/web/obligation/section.tsx';
import { useToday } from '#web/shell/session.ts';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { type AskedComponent, componentsFor } from '../../domain/components-for.ts';
import { mayReplacePaper, replacementRules } from '../../domain/may-replace-paper.ts';
import type { Channel, ProcedureContent } from '../../domain/procedure-content.ts';
import { begun, channelName, databaseWords } from '../../text.ts';

/** The papers of a dossier, as the questions and the channel choose them. */
export function ComponentSection({ content }: { content: ProcedureContent }) {
  const [channel, setChannel] = useState<Channel>(content.channels[0] ?? 'counter');
  const [caseCode, setCase] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const today = useToday();
  const papers = componentsFor(content, answers, channel, caseCode);
  const answer = (question: string, value: string) => {
    const { [question]: _former, ...others } = answers;
    setAnswers(value === '' ? others : { ...others, [question]: value });
  };
  return (
    <Section title={`Thành phần hồ sơ (${papers.length})`}>
      <div className="form-frame">
        {content.channels.length > 1 && (
          <SegmentedControl
            aria-label="Cách nộp"
            value={channel}
            onChange={(value) => setChannel(value as Channel)}
            data={content.channels.map((value) => ({ value, label: begun(channelName(value)) }))}
          />
        )}
        {content.cases.length > 0 && (
          <NativeSelect
            label="Trường hợp"
            value={caseCode ?? ''}
            onChange={(event) => setCase(event.currentTarget.value || null)}
            data={[
              { value: '', label: 'Mọi trường hợp' },
              ...content.cases.map((one) => ({ value: one.code, label: one.name })),
            ]}
          />
        )}
        {content.questions.map((question) => (
          <NativeSelect
            key={question.code}
            label={question.text}
            value={answers[question.code] ?? ''}
            onChange={(event) => answer(question.code, event.currentTarget.value)}
            data={[
              { value: '', label: 'Chưa trả lời' },
              ...question.options.map((one) => ({ value: one.code, label: one.name })),
            ]}
          />
        ))}
      </div>
      {papers.length === 0 ? (
        <p>Danh mục không ghi giấy tờ nào.</p>
      ) : (
        <ol className="procedure-papers">
          {papers.map((paper) => (
            <li key={paper.code}>
              {paper.name}
              <small>{paperWords(paper, today)}</small>
              {paper.isOpen && <StatusBadge tone="doubt">Tùy câu trả lời ở trên</StatusBadge>}
            </li>
          ))}
        </ol>
      )}
      <p className="dimmed">
        "Bắt buộc" và các câu hỏi được suy từ câu chữ của nguồn; xin đối chiếu với quyết định công bố của tỉnh.
      </p>
    </Section>
  );
}

const periodWords = replacementRules.map(({ from, to }) => `${formatDate(from)}–${formatDate(to)}`).join(', ');

function paperWords(paper: AskedComponent, today: PlainDate): string {
  const copies = [
    paper.originals > 0 && `${paper.originals} bản chính`,
    paper.copies > 0 && `${paper.copies} bản sao`,
  ].filter(Boolean);
  return [
    paper.presentOnly ? 'chỉ xuất trình' : copies.join(', '),
    paper.required ? 'bắt buộc' : 'không bắt buộc',
    paper.hasForm && 'có mẫu',
    paper.replaceableBy &&
      `${mayReplacePaper(paper, today) ? 'được' : `trong thời gian ${periodWords} được`} thay bằng cơ sở dữ liệu ${databaseWords[paper.replaceableBy]}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
