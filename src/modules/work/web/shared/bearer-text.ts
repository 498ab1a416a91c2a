import type { Bearer } from './rows.ts';

const emptyWords: Readonly<Record<NonNullable<Bearer['empty']>, string>> = {
  'no-post': 'chưa có người chịu trách nhiệm',
  'post-not-valid': 'chức danh không còn',
  'no-holder': 'chức danh đang trống',
  'all-away': 'mọi người đều vắng',
};

/** Who answers for something, in one line; an empty post says so. */
export function bearerText({ title, people, empty }: Bearer): string {
  if (empty) return title === '' ? emptyWords[empty] : `${title} – ${emptyWords[empty]}`;
  const names = people.map(({ name, insteadOf }) => (insteadOf ? `${name} (làm thay ${insteadOf})` : name)).join(', ');
  if (names === '' || names === title) return names || title;
  return title === '' ? names : `${names} – ${title}`;
}
