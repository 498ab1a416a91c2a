import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { hour, type Moment } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { addWorkingTime } from '#kernel/working-hours.ts';
import type { Context } from '#server/context.ts';
import { AppError } from '#server/errors.ts';
import { draftApology, signApology } from '../handlers/acts/apologies.ts';
import { callPayment, consult, draftSupplement, sendSupplement } from '../handlers/acts/asking.ts';
import { type Act, onOne } from '../handlers/acts/carry-out.ts';
import { receiveSupplement } from '../handlers/acts/counter.ts';
import { assign, forward, lock, transfer } from '../handlers/acts/moving.ts';
import { handOver, refuse, signResult } from '../handlers/acts/results.ts';
import { stop } from '../handlers/acts/stopping.ts';
import type { Applied } from '../store/apply-act.ts';
import { actingAs, type DemoPeople } from './demo-desk.ts';
import type { DemoDossier, DemoStage } from './demo-dossiers.ts';

/** One act of the demo: by the post that does it, or by whoever handles the dossier. */
type DemoAct = (made: Applied, as: (post: string) => Context) => Promise<Applied>;

const electronic = { moved: 'electronic', facts: {} } as const;
const signed = { kind: 'paper', evidenceId: null, validUntil: null } as const;
const day = (text: string) => text as never;

function by<Body>(post: string, act: Act<Body>, body: (made: Applied, ctx: Context) => Promise<Body> | Body): DemoAct {
  return async (made, as) => {
    const ctx = as(post);
    const given = await body(made, ctx);
    return onOne(act)(ctx, { params: { dossierId: made.id }, body: { ...given, version: made.version } });
  };
}

const handler = 'handler';
const idIn = async (ctx: Context, table: 'dossier_supplement' | 'dossier_extension', dossierId: Id) => {
  const { rows } = await sql<{ id: Id }>`select id from ${sql.table(table)}
    where unit_id = ${ctx.unitId} and dossier_id = ${dossierId} and state = 'draft'`.execute(ctx.db);
  return rows[0]?.id;
};

const transferred = by('phu-trach-mot-cua', transfer, () => electronic);
const assigned = by('chu-tich', assign, () => ({}));
const forwarded = by(handler, forward, () => electronic);
const signedWith = (number: string | null) =>
  by('chu-tich', signResult, () => ({ ...signed, title: 'Quyết định giải quyết (trình diễn)', number }));
const handedOver = by('phu-trach-mot-cua', handOver, () => ({
  ...{ way: 'counter' as const, toName: 'Người nhận Mẫu', proof: 'form-01' as const },
}));
const asked = {
  items: [{ name: 'Giấy xác nhận của thôn (trình diễn)', note: '' }],
  reason: 'Hồ sơ thiếu giấy xác nhận của thôn.',
  until: day('2022-01-28'),
  contact: '',
};
const drafted = by(handler, draftSupplement, () => asked);
const sent = by('chu-tich', sendSupplement, async (made, ctx) => ({
  supplementId: await idIn(ctx, 'dossier_supplement', made.id),
}));
const apology = { dueAfter: '2022-01-25T17:00:00+07:00', reason: 'Chờ kết quả xác minh của thôn.' };
const apologised = by(handler, draftApology, () => apology);
const apologySigned = by('chu-tich', signApology, async (made, ctx) => ({
  extensionId: await idIn(ctx, 'dossier_extension', made.id),
}));

const handled = [transferred, assigned];
const ready = [...handled, forwarded, signedWith('12/QĐ-UBND')];

/** The acts by which a dossier, once received, comes to its stage. */
export const actsTo: Readonly<
  Record<Exclude<DemoStage, 'submitted' | 'intake-supplement' | 'immediate'>, readonly DemoAct[]>
> = {
  accepted: [],
  assign: [transferred],
  handle: handled,
  kept: [...handled, by(handler, lock, () => ({}))],
  consulting: [
    ...handled,
    by(handler, consult, () => ({
      ...{ agency: 'Trạm Y tế xã (trình diễn)', content: 'Xác định mức độ khuyết tật', linked: false },
      until: '2022-01-20T17:00:00+07:00',
    })),
  ],
  'draft-supplement': [...handled, drafted],
  'wait-supplement': [...handled, drafted, sent],
  supplemented: [...handled, drafted, sent, by('phu-trach-mot-cua', receiveSupplement, () => ({}))],
  'wait-payment': [
    ...handled,
    by(handler, callPayment, () => ({
      ...{ amount: 1_250_000, content: 'Lệ phí trước bạ (trình diễn)', until: day('2022-01-31') },
      basis: 'Thời gian thực hiện nghĩa vụ tài chính không tính vào thời hạn giải quyết',
    })),
  ],
  'draft-apology': [...handled, apologised],
  extended: [...handled, apologised, apologySigned],
  signature: [...handled, forwarded],
  number: [...handled, forwarded, signedWith(null)],
  ready,
  refused: [
    ...handled,
    forwarded,
    by('chu-tich', refuse, () => ({
      ...{ title: 'Thông báo không đủ điều kiện (trình diễn)', number: '03/TB-UBND', evidenceId: null },
      reason: 'Không đủ điều kiện theo quy định (trình diễn).',
    })),
  ],
  returned: [...ready, handedOver],
  stopped: [
    transferred,
    by('phu-trach-mot-cua', stop, () => ({ reason: 'Người nộp đề nghị rút hồ sơ.', feesReturned: '' })),
  ],
};

/** Carries a received dossier on to its stage, at its pace, as long as that is not ahead of the demo. */
export async function carryOn(
  ctx: Context,
  { stage, pace = 3 }: DemoDossier,
  received: Applied,
  begin: Moment,
  people: DemoPeople,
  calendar: WorkingCalendar,
): Promise<void> {
  if (stage === 'submitted' || stage === 'intake-supplement' || stage === 'immediate') return;
  let made = received;
  let at = begin;
  for (const act of actsTo[stage]) {
    at = addWorkingTime(calendar, at, pace * hour);
    if (at >= ctx.now) return;
    const holder = await postHolding(ctx, made.id);
    const next = await attempt(() =>
      act(made, (post) => {
        const person = people.get(post === handler ? holder : post) ?? people.get('chu-tich');
        if (!person) throw new Error(`the demo has nobody in the post ${post}`);
        return actingAs(ctx, person, at);
      }),
    );
    if (!next) return;
    made = next;
  }
}

/** What an act gave; nothing where a process of the unit does not allow it, so that the dossier stays where it is. */
async function attempt(act: () => Promise<Applied>): Promise<Applied | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** The code of the post that holds a dossier. */
async function postHolding(ctx: Context, dossierId: Id): Promise<string> {
  const { rows } = await sql<{ code: string }>`select p.code from dossier d
    join position p on p.unit_id = d.unit_id and p.id = d.position_id
    where d.unit_id = ${ctx.unitId} and d.id = ${dossierId}`.execute(ctx.db);
  return rows[0]?.code ?? '';
}
