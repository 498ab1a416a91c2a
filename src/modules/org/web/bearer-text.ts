import type { BearerRow } from '../contract/duties.ts';
import { emptyWords, modeWords } from '../text.ts';

/** Who bears a duty or acts in a post, in words; why nobody does when it is empty. */
export function bearerText(bearer: BearerRow): string {
  if (bearer.empty) return emptyWords[bearer.empty];
  return bearer.people
    .map(({ name, mode, insteadOf }) => {
      const notes = [mode !== 'holder' && modeWords[mode], insteadOf && `làm thay ${insteadOf}`].filter(Boolean);
      return notes.length > 0 ? `${name} (${notes.join(', ')})` : name;
    })
    .join('; ');
}
