import type { ContradictionChoice, ContradictionCode } from '../domain/contradictions/contradiction.ts';
import { choiceLabel } from '../domain/contradictions/text.ts';

/** The word on the button of a choice for one kind of contradiction. */
export function wordsOfChoice(code: ContradictionCode, choice: ContradictionChoice): string {
  if (code === 'conflictingTargets' && choice === 'keep') return 'Giữ cả hai';
  if (code === 'repeatedTarget' && choice === 'keep') return 'Giữ riêng từng nơi';
  if (code === 'repeatedTarget' && choice === 'merge') return 'Gộp, ghi đủ các nơi';
  if ((code === 'higherLevelWork' || code === 'targetScope') && choice === 'ignore') return 'Không tính của đơn vị';
  if (code === 'higherLevelWork' && choice === 'keep') return 'Vẫn là việc của đơn vị';
  return choiceLabel(choice);
}
