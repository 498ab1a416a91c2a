import type { Id } from '#kernel/brands.ts';
import { componentsFor } from '#modules/procedure/domain/components-for.ts';
import type { ProcedureContent } from '#modules/procedure/domain/procedure-content.ts';
import type { Intake } from '../../contract/receive.ts';

/** A paper on the counter's list: ticked when it was handed in or shown. */
export interface Paper {
  readonly code: string;
  readonly name: string;
  readonly isNeeded: boolean;
  readonly isTicked: boolean;
  readonly handed: Intake['components'][number]['handed'];
  readonly originals: number;
  readonly copies: number;
  readonly evidenceId: Id | null;
  readonly toGiveBack: boolean;
}

export interface PersonValue {
  readonly kind: Intake['owner']['kind'];
  readonly name: string;
  readonly number: string;
  readonly birth: Intake['owner']['birth'];
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** What a clerk has typed, whether or not it may be sent yet. */
export interface IntakeValue {
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly caseCode: string;
  readonly channel: Intake['channel'];
  readonly returnBy: Intake['returnBy'];
  readonly owner: PersonValue;
  readonly submitter: (PersonValue & { readonly paper: string }) | null;
  readonly summary: string;
  readonly copies: number;
  readonly answers: Readonly<Record<string, string>>;
  readonly papers: readonly Paper[];
}

const nobody: PersonValue = { kind: 'citizen', name: '', number: '', birth: null, phone: '', email: '', address: '' };

export const emptyIntake: IntakeValue = {
  procedureCode: '',
  procedureName: '',
  caseCode: '',
  channel: 'counter',
  returnBy: 'counter',
  owner: nobody,
  submitter: null,
  summary: '',
  copies: 1,
  answers: {},
  papers: [],
};

export const emptySubmitter = { ...nobody, paper: '' };

/** The papers a procedure asks for by channel, case and answers; what was ticked before stays ticked. */
export function papersOf(content: ProcedureContent, value: IntakeValue): readonly Paper[] {
  const before = new Map(value.papers.map((paper) => [paper.code, paper]));
  return componentsFor(content, value.answers, value.channel, value.caseCode || null).map((one) => {
    const known = before.get(one.code);
    return {
      code: one.code,
      name: one.name,
      isNeeded: one.required,
      isTicked: known?.isTicked ?? false,
      handed: known?.handed ?? (one.presentOnly ? 'present' : 'paper'),
      originals: known?.originals ?? one.originals,
      copies: known?.copies ?? one.copies,
      evidenceId: known?.evidenceId ?? null,
      toGiveBack: known?.toGiveBack ?? false,
    };
  });
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

function personOf({ name, number, phone, email, address }: PersonValue) {
  return {
    name: name.trim(),
    number: orNull(number),
    phone: orNull(phone),
    email: orNull(email),
    address: orNull(address),
  };
}

/** What is sent; undefined while the procedure or the owner's name is missing. Needed papers not ticked go as missing. */
export function intakeOf(value: IntakeValue): Intake | undefined {
  const isNamed = value.owner.name.trim() !== '' && (value.submitter === null || value.submitter.name.trim() !== '');
  if (value.procedureCode === '' || !isNamed) return undefined;
  return {
    procedureCode: value.procedureCode,
    caseCode: value.caseCode,
    channel: value.channel,
    returnBy: value.returnBy,
    receptionPointId: null,
    resolvingAgency: null,
    owner: { ...personOf(value.owner), kind: value.owner.kind, birth: value.owner.birth },
    submitter: value.submitter && { ...personOf(value.submitter), paper: value.submitter.paper.trim() },
    summary: value.summary.trim() || value.procedureName,
    copies: value.copies,
    answers: { ...value.answers },
    components: value.papers
      .filter((paper) => paper.isTicked || paper.isNeeded)
      .map(({ code, name, isTicked, handed, originals, copies, evidenceId, toGiveBack }) => ({
        ...{ code, name, originals, copies, evidenceId, toGiveBack },
        handed: isTicked ? handed : ('missing' as const),
      })),
  };
}

/** A draft that was kept earlier; undefined when it has another shape. */
export function readDraft(content: unknown): IntakeValue | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const found = content as Partial<IntakeValue>;
  if (typeof found.procedureCode !== 'string' || !Array.isArray(found.papers)) return undefined;
  return { ...emptyIntake, ...found, owner: { ...nobody, ...found.owner } };
}

/** What a draft is called in its tab. */
export function titleOf(value: IntakeValue): string {
  return [value.owner.name.trim(), value.procedureName.replace(/^Thủ tục /i, '')]
    .filter(Boolean)
    .join(' – ')
    .slice(0, 300);
}
