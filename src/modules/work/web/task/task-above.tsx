import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ActionButton } from '#web/ui/action-button.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { comparisonWords } from '../../text/above-words.ts';
import { comparisonTones, measureWords, planWords } from '../above/above-rows.ts';
import { Section } from '../obligation/section.tsx';
import { verdictOf, wordsOf } from '../shared/verdict-of.ts';
import { AboveDialog } from './above-dialog.tsx';
import type { TaskPage } from './task-page-type.ts';

/** *Theo kế hoạch cấp trên*: what the task carries out of higher plans, where it differs and why. */
export function TaskAbove({ task }: { task: TaskPage }) {
  const [isOpen, setOpen] = useState(false);
  if (task.above.length === 0 && !verdictOf(task.acts, 'above').ok) return null;
  return (
    <Section title="Theo kế hoạch cấp trên">
      {task.above.length === 0 && <Text size="sm">Chưa ghi yêu cầu nào của cấp trên mà nhiệm vụ này thực hiện.</Text>}
      <ul className="work-list">
        {task.above.map((one) => (
          <li key={one.id} className="work-item">
            <div>
              <p>{one.content}</p>
              <Text size="sm">{[planWords(one.plan), one.place && `mục ${one.place}`].filter(Boolean).join(', ')}</Text>
              {measureWords(one) && <Text size="sm">Cấp trên giao: {measureWords(one)}</Text>}
              {one.ours.map((link) => (
                <Text key={link.id} size="sm">
                  {[link.gapWords, link.difference, link.reason && `Lý do: ${link.reason}`].filter(Boolean).join(' ')}
                </Text>
              ))}
            </div>
            <StatusBadge tone={comparisonTones[one.comparison]}>{comparisonWords[one.comparison]}</StatusBadge>
          </li>
        ))}
      </ul>
      <div className="work-item-acts above-acts">
        {task.planId && (
          <Anchor component={Link} to={`/ke-hoach/${task.planId}/cap-tren`}>
            So với kế hoạch cấp trên
          </Anchor>
        )}
        <ActionButton
          variant="default"
          verdict={verdictOf(task.acts, 'above')}
          words={wordsOf(task.acts)}
          onClick={() => setOpen(true)}
        >
          Ghi yêu cầu của cấp trên
        </ActionButton>
      </div>
      {isOpen && <AboveDialog task={task} onClose={() => setOpen(false)} />}
    </Section>
  );
}
