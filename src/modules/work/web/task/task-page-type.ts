import type { AnswerOf } from '#kernel/route.ts';
import type { getWorkTask } from '../../contract/reads.ts';

export type TaskPage = AnswerOf<typeof getWorkTask>;
