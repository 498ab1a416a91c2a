import type { PlainDate } from '#kernel/plain-date.ts';
import { route, type Schema } from '#kernel/route.ts';

interface DemoClock {
  readonly today: PlainDate;
  readonly now: string;
  readonly real: boolean;
}

interface NewDay {
  readonly today: PlainDate;
}

function typed<Value>(): Schema<Value, Value> {
  return {} as Schema<Value, Value>;
}

export const getDemoClock = route({
  method: 'GET',
  path: '/api/demo/clock',
  permission: 'session',
  db: 'none',
  summary: 'Ngày thử nghiệm',
  answer: typed<DemoClock>(),
});

export const setDemoClock = route({
  method: 'PUT',
  path: '/api/demo/clock',
  permission: 'session',
  db: 'write',
  summary: 'Dời ngày thử nghiệm',
  body: typed<NewDay>(),
  answer: typed<DemoClock>(),
});
