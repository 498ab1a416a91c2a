import type { Id } from '#kernel/brands.ts';
import type { AnyRoute, CallInput } from '#kernel/route.ts';
import * as acts from '#modules/dossier/contract/acts.ts';
import { type Intake, receiveDossier } from '#modules/dossier/contract/receive.ts';
import type { TestApp } from './app.ts';
import { anAccount, type TestAccount, type TestUnit } from './factories.ts';
import { aDuty, aPost } from './work-factories.ts';

/** A one-stop shop for tests, with who works there and how its dossiers come in; plainly invented. */

/** Ten working days, nothing asked but papers. */
export const allowance = '1.014027';
/** Three working days. */
export const business = '1.001612';
/** Solved on the spot. */
export const certifiedCopy = '2.000815';

export interface DossierOffice {
  readonly unit: TestUnit;
  readonly clerk: TestAccount;
  readonly otherClerk: TestAccount;
  readonly officer: TestAccount;
  readonly colleague: TestAccount;
  readonly chair: TestAccount;
  readonly deputy: TestAccount;
  readonly records: TestAccount;
  readonly posts: {
    readonly clerk: Id;
    readonly officer: Id;
    readonly colleague: Id;
    readonly chair: Id;
    readonly deputy: Id;
    readonly records: Id;
  };
  readonly agency: string;
}

/** Two clerks, two officers, chair, deputy and records office, in posts that bear their duties. */
export async function aDossierOffice(t: TestApp, unit: TestUnit = t.unit): Promise<DossierOffice> {
  const { owner } = t;
  const named = (name: string, role: string) => anAccount(owner, unit.id, { name, roles: [role] });
  const clerk = await named('Bùi Mẫu Tiếp Nhận', 'clerk');
  const otherClerk = await named('Cao Mẫu Tiếp Nhận', 'clerk');
  const officer = await named('Vũ Mẫu Thụ Lý', 'officer');
  const colleague = await named('Hồ Mẫu Thụ Lý', 'officer');
  const chair = await named('Lê Mẫu Chủ Tịch', 'chair');
  const deputy = await named('Phạm Mẫu Phó', 'chair');
  const records = await named('Đỗ Mẫu Văn Thư', 'officer');
  const post = (title: string, personId: Id, sort: number, leader = false) =>
    aPost(owner, unit.id, { title, personId, sort, leader });
  const posts = {
    chair: await post('Chủ tịch UBND xã', chair.personId, 10, true),
    deputy: await post('Phó Chủ tịch UBND xã', deputy.personId, 20),
    records: await post('Công chức Văn phòng – thống kê', records.personId, 30),
    officer: await post('Công chức Văn hóa – xã hội', officer.personId, 40),
    colleague: await post('Công chức Tài chính – kế toán', colleague.personId, 50),
    clerk: await post('Phụ trách Một cửa', clerk.personId, 60),
  };
  const duty = (code: string, name: string, positionId: Id) => aDuty(owner, unit.id, code, name, positionId);
  await duty('mot-cua', 'Một cửa', posts.clerk);
  await duty('van-phong-thong-ke', 'Văn phòng', posts.records);
  await duty('van-hoa-xa-hoi', 'Văn hóa, xã hội', posts.officer);
  await duty('tai-chinh', 'Tài chính', posts.colleague);
  const agency = 'H56.22.17';
  await owner.query(
    `insert into unit_setting (unit_id, key, value, version) values ($1, 'dossier.agency-codes', $2, 1)`,
    [unit.id, JSON.stringify([{ from: '2020-09-15', code: agency }])],
  );
  return { unit, clerk, otherClerk, officer, colleague, chair, deputy, records, posts, agency };
}

let count = 0;

/** What a clerk enters, somebody new each time. */
export function anIntake(given: Partial<Intake> = {}): Intake {
  const nth = ++count;
  return {
    procedureCode: allowance,
    caseCode: '',
    channel: 'counter',
    returnBy: 'counter',
    receptionPointId: null,
    resolvingAgency: null,
    owner: {
      kind: 'citizen',
      name: `Nguyễn Thị Mẫu ${nth}`,
      number: String(380_000_000_000 + nth),
      phone: `0900${String(nth).padStart(6, '0')}`,
      email: null,
      address: 'Thôn Mẫu, xã Thử Nghiệm',
      birth: null,
    },
    submitter: null,
    summary: '',
    copies: 1,
    answers: {},
    components: [
      {
        ...{ code: 'tp-1', name: 'Tờ khai', originals: 1, copies: 0, handed: 'paper', evidenceId: null },
        toGiveBack: false,
      },
      {
        ...{ code: 'tp-2', name: 'Sổ hộ khẩu', originals: 1, copies: 1, handed: 'paper', evidenceId: null },
        toGiveBack: true,
      },
    ],
    ...given,
  };
}

/** A dossier on its way: what acts on it need. */
export interface Walking {
  readonly id: Id;
  version: number;
  code: string | null;
  state: string;
}

type ActRoute = (typeof acts)[keyof typeof acts] & AnyRoute;

/** Does acts on dossiers and follows their versions; an act that fails is a failure of the test. */
export class Desk {
  readonly #t: TestApp;
  readonly office: DossierOffice;

  constructor(t: TestApp, office: DossierOffice) {
    this.#t = t;
    this.office = office;
  }

  async receive(
    given: Partial<Intake> = {},
    more: Omit<NonNullable<CallInput<typeof receiveDossier>['body']>, 'intake'> = {},
  ): Promise<Walking> {
    const body = { intake: anIntake(given), ...more };
    const { body: made, error } = await this.#t.call(receiveDossier, { body }, { as: this.office.clerk });
    if (error) throw new Error(`${error.code}: ${error.message}`);
    return { id: made.id, version: made.version, code: made.code, state: made.state };
  }

  /** Sends an act; `body` without its version. */
  async tries(route: AnyRoute, dossier: Walking, as: TestAccount, body: object = {}) {
    const input = { params: { dossierId: dossier.id }, body: { version: dossier.version, ...body } };
    const answer = await this.#t.call(route as ActRoute, input as never, { as });
    if (!answer.error) {
      const { version, state, code } = answer.body as unknown as Walking;
      Object.assign(dossier, { version, state, code });
    }
    return answer as {
      status: number;
      body: {
        version: number;
        state: string;
        code: string | null;
        due: { first: string | null; statutory: string | null; current: string | null; words: string; tone: string };
        forms: { id: Id; kind: string; number: number }[];
      };
      error: { code: string; message: string; details?: unknown } | undefined;
    };
  }

  async does(route: AnyRoute, dossier: Walking, as: TestAccount, body: object = {}) {
    const answer = await this.tries(route, dossier, as, body);
    if (answer.error) throw new Error(`${route.path}: ${answer.error.code} ${answer.error.message}`);
    return answer.body;
  }

  /** The code of the refusal; `ok` when there is none. */
  async codeOf(route: AnyRoute, dossier: Walking, as: TestAccount, body: object = {}): Promise<string> {
    const { error } = await this.tries(route, dossier, as, body);
    return error?.code ?? 'ok';
  }

  /** Received, transferred, and assigned to the officer. */
  async assigned(given: Partial<Intake> = {}): Promise<Walking> {
    const dossier = await this.receive(given);
    await this.does(acts.transfer, dossier, this.office.clerk);
    await this.does(acts.assign, dossier, this.office.chair);
    return dossier;
  }

  /** Assigned, examined and laid before the chair. */
  async atSignature(given: Partial<Intake> = {}): Promise<Walking> {
    const dossier = await this.assigned(given);
    await this.does(acts.forward, dossier, this.office.officer);
    return dossier;
  }

  /** Signed, with its number: at the counter, to be handed over. */
  async resultReady(given: Partial<Intake> = {}): Promise<Walking> {
    const dossier = await this.atSignature(given);
    await this.does(acts.signResult, dossier, this.office.chair, aResult);
    return dossier;
  }
}

export const aResult = {
  title: 'Quyết định trợ cấp',
  number: '12/QĐ-UBND',
  kind: 'paper',
  evidenceId: null,
  validUntil: null,
} as const;
