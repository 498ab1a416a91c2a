import '@mantine/core/styles/NumberInput.css';
import { Checkbox, NumberInput, Select, Text } from '@mantine/core';
import type { Paper } from './intake-value.ts';
import { PaperFile } from './paper-file.tsx';

interface PaperListProps {
  readonly papers: readonly Paper[];
  readonly onChange: (papers: readonly Paper[]) => void;
}

const ways = [
  { value: 'paper', label: 'Bản giấy' },
  { value: 'present', label: 'Xuất trình' },
  { value: 'electronic', label: 'Bản điện tử' },
  { value: 'database', label: 'Tra từ cơ sở dữ liệu' },
  { value: 'store', label: 'Đã có trong kho' },
];

/** The papers of the procedure, ticked with the space bar; those needed and not ticked stand out. */
export function PaperList({ papers, onChange }: PaperListProps) {
  const change = (code: string, part: Partial<Paper>) =>
    onChange(papers.map((paper) => (paper.code === code ? { ...paper, ...part } : paper)));
  if (papers.length === 0) return <Text c="dimmed">Chọn thủ tục để thấy giấy tờ cần nộp.</Text>;
  return (
    <ul className="counter-papers" aria-label="Thành phần hồ sơ">
      {papers.map((paper) => (
        <li key={paper.code} data-missing={(paper.isNeeded && !paper.isTicked) || undefined}>
          <Checkbox
            checked={paper.isTicked}
            label={
              <>
                {paper.name}
                {!paper.isNeeded && <span className="dimmed"> (nếu có)</span>}
              </>
            }
            onChange={(event) => change(paper.code, { isTicked: event.currentTarget.checked })}
          />
          {paper.isTicked && (
            <div className="counter-paper">
              <Select
                aria-label={`Cách nộp ${paper.name}`}
                data={ways}
                allowDeselect={false}
                value={paper.handed}
                onChange={(handed) => handed && change(paper.code, { handed: handed as Paper['handed'] })}
              />
              <NumberInput
                aria-label="Số bản chính"
                prefix="chính: "
                min={0}
                max={100}
                value={paper.originals}
                onChange={(value) => change(paper.code, { originals: Number(value) || 0 })}
              />
              <NumberInput
                aria-label="Số bản sao"
                prefix="sao: "
                min={0}
                max={100}
                value={paper.copies}
                onChange={(value) => change(paper.code, { copies: Number(value) || 0 })}
              />
              <Checkbox
                label="Trả lại bản chính"
                checked={paper.toGiveBack}
                onChange={(event) => change(paper.code, { toGiveBack: event.currentTarget.checked })}
              />
              <PaperFile paper={paper} onFile={(evidenceId) => change(paper.code, { evidenceId })} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
