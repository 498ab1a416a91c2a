import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { ProcessBody, ProcessStep } from '#modules/process/domain/process.ts';
import type { WaitsFor } from './states.ts';

/** What a dossier waits for at a step. */
export function waitsAt({ actor, final }: Pick<ProcessStep, 'actor' | 'final'>): WaitsFor {
  if (final) return 'hand-over';
  switch (actor) {
    case 'department-head':
      return 'assign';
    case 'leader':
      return 'signature';
    case 'records':
      return 'number';
    case 'other-agency':
      return 'answer';
    default:
      return 'handle';
  }
}

/** Whether a dossier is to be signed at its step, at a later one, or at none from there on. */
export function signingAt({ steps }: ProcessBody, stepNo: number | null): 'here' | 'ahead' | 'none' {
  const isSigning = (step: ProcessStep) => step.actor === 'leader' && step.level === 'commune';
  const index = steps.findIndex((step) => step.no === stepNo);
  if (steps.slice(index + 1).some(isSigning)) return 'ahead';
  const step = steps[index];
  return step && isSigning(step) ? 'here' : 'none';
}

/** The step at which a result is signed, for what is opened again: the last one written. */
export function findSigningStep({ steps }: ProcessBody): ProcessStep | undefined {
  return steps.findLast((step) => step.actor === 'leader' && step.level === 'commune');
}

/** The posts of an office on a day. */
export interface Office {
  readonly posts: readonly {
    readonly id: Id;
    readonly departmentId: Id | null;
    readonly leader: boolean;
  }[];
  /** Which post bears which duty. */
  readonly dutyPosts: ReadonlyMap<string, Id>;
}

/** What of a dossier decides who does its steps. */
export interface Assigned {
  readonly field: string;
  /** The post that handles it already. */
  readonly handlerId: Id | null;
  /** Who is responsible for the procedure, where the unit said so. */
  readonly procedurePostId: Id | null;
  readonly procedureDepartmentId: Id | null;
}

const dutyOfWords: readonly (readonly [string, readonly string[]])[] = [
  [
    'tu-phap',
    [
      'ho tich',
      'chung thuc',
      'tu phap',
      'nuoi con nuoi',
      'hoa giai',
      'pho bien giao duc phap luat',
      'quoc tich',
      'boi thuong',
    ],
  ],
  [
    'dia-chinh-xay-dung',
    [
      'dat dai',
      'xay dung',
      'moi truong',
      'nong nghiep',
      'thuy loi',
      'giao thong',
      'duong thuy',
      'lam nghiep',
      'thu y',
      'trong trot',
      'phong chong thien tai',
      'khoang san',
      'quy hoach',
    ],
  ],
  [
    'van-hoa-xa-hoi',
    [
      'van hoa',
      'xa hoi',
      'bao tro',
      'nguoi co cong',
      'tre em',
      'giao duc',
      'ton giao',
      'tin nguong',
      'the thao',
      'du lich',
      'y te',
      'lao dong',
      'viec lam',
      'thong tin',
      'thu vien',
      'gia dinh',
      'dan so',
      'giam ngheo',
      'ho tro',
      'truyen thong',
    ],
  ],
  [
    'tai-chinh',
    [
      'tai chinh',
      'ke toan',
      'thue',
      'ngan sach',
      'ho kinh doanh',
      'thanh lap va hoat dong',
      'thuong mai',
      'hop tac xa',
    ],
  ],
  ['quan-su', ['quan su', 'nghia vu quan su', 'dan quan', 'nghia quan']],
  ['cong-an', ['cu tru', 'can cuoc', 'xuat nhap canh', 'an ninh', 'phong chay', 'cong an']],
];
const otherwise = 'van-phong-thong-ke';

/** The duty under which a commune handles a field of procedures. */
export function dutyOfField(field: string): string {
  const folded = fold(field);
  return dutyOfWords.find(([, words]) => words.some((word) => folded.includes(word)))?.[0] ?? otherwise;
}

function findHead({ posts }: Office, departmentId: Id | null): Id | undefined {
  return posts.find((post) => post.leader && post.departmentId === departmentId)?.id;
}

function findHandler(
  { field, handlerId, procedurePostId, procedureDepartmentId }: Assigned,
  office: Office,
): Id | undefined {
  const known = (id: Id | null) => office.posts.find((post) => post.id === id)?.id;
  const ofDepartment = procedureDepartmentId === null ? undefined : findOfficer(office, procedureDepartmentId);
  return (
    known(handlerId) ??
    known(procedurePostId) ??
    ofDepartment ??
    office.dutyPosts.get(dutyOfField(field)) ??
    office.dutyPosts.get(otherwise)
  );
}

function findOfficer({ posts }: Office, departmentId: Id): Id | undefined {
  const inside = posts.filter((post) => post.departmentId === departmentId);
  return (inside.find((post) => !post.leader) ?? inside[0])?.id;
}

/**
 * The post that does a step: the one its process names, else whoever bears the role. Counter: the duty of the one-stop
 * shop; officer: who handles it, is responsible for the procedure, or bears the duty of its field; head: of the officer's
 * division, and where there is none the chair; leader: the chair; records: the office. A step of another agency stays with
 * the officer, who follows it. Undefined when the office has no such post.
 */
export function findPostOfStep(step: ProcessStep, dossier: Assigned, office: Office): Id | undefined {
  if (step.positionId !== null && office.posts.some((post) => post.id === step.positionId)) return step.positionId;
  switch (step.actor) {
    case 'counter':
      return office.dutyPosts.get('mot-cua');
    case 'department-head': {
      const handler = findHandler(dossier, office);
      const departmentId =
        dossier.procedureDepartmentId ?? office.posts.find((post) => post.id === handler)?.departmentId ?? null;
      return findHead(office, departmentId) ?? findHead(office, null);
    }
    case 'leader':
      return findHead(office, null);
    case 'records':
      return office.dutyPosts.get('van-thu') ?? office.dutyPosts.get(otherwise);
    default:
      return findHandler(dossier, office);
  }
}
