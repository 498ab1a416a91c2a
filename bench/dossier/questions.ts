import { pageRows } from '#web/ui/table/page-rows.ts';
import type { Sample } from '../dossier-data.ts';
import type { ReadyDossiers } from './prepare.ts';

/** Something a person asks of dossiers, with numbers of its own each time. */
export interface Question {
  readonly kind: string;
  readonly ask: (random: number, ready: ReadyDossiers, client: number) => Asked;
}

interface Asked {
  readonly path: string;
  readonly cookie: string;
  readonly body?: unknown;
}

const officerOf = ({ officers }: ReadyDossiers, client: number) => officers[client % officers.length] ?? '';
const sampleOf = ({ samples }: ReadyDossiers, random: number) => samples[random % samples.length] as Sample;
/** Every other client is an officer who sees own dossiers only, the others are clerks who see all. */
const eitherOf = (ready: ReadyDossiers, client: number) => (client % 2 === 0 ? officerOf(ready, client) : ready.clerk);

const someWords = [
  'nguyen van',
  'huong',
  'tran thi hoa',
  'khai sinh',
  'dang hoang',
  'xoan',
  'le minh tuan',
  'mac',
  'bich thoan',
  'khai sinh nguyen van hung',
  'dat dai',
  'ninh',
  'nghiem',
  'cham soc thay the',
  'pham quang',
  'lo thi',
] as const;

function search(kind: string, q: (sample: Sample, random: number) => string): Question {
  return {
    kind,
    ask: (random, ready, client) => ({
      path: '/api/dossiers/search',
      cookie: eitherOf(ready, client),
      body: { q: q(sampleOf(ready, random), random), size: pageRows },
    }),
  };
}

/** What people type to find a dossier. */
export function searches(): readonly Question[] {
  return [
    search('họ tên đầy đủ', ({ ownerName }) => ownerName),
    search('một vài chữ', (_sample, random) => someWords[random % someWords.length] ?? ''),
    search(
      'tên và thủ tục',
      ({ ownerName, procedureName }) =>
        `${ownerName.split(' ').at(-1)} ${procedureName.split(' ').slice(0, 3).join(' ')}`,
    ),
    search('số giấy tờ', ({ ownerNumber }) => ownerNumber),
    search('mã hồ sơ', ({ code }) => code),
    search('ngày và số trong mã', ({ code }) => code.split('-').slice(1).join('-')),
  ];
}

const lists = ['mine', 'running', 'overdue', 'due-soon', 'wait-signature', 'wait-hand-over', 'all'] as const;

/** Work lists as their screen asks them, and the counts of all of them beside. */
export function askedLists(): readonly Question[] {
  return [
    {
      kind: 'danh sách',
      ask: (random, ready, client) => ({
        path: `/api/dossiers?size=${pageRows}&list=${lists[random % lists.length]}`,
        cookie: eitherOf(ready, client),
      }),
    },
    {
      kind: 'số đếm',
      ask: (_random, ready, client) => ({ path: '/api/dossiers/counts', cookie: eitherOf(ready, client) }),
    },
  ];
}

/** Any dossier, opened by a clerk. */
export function openings(): readonly Question[] {
  return [
    {
      kind: 'mở',
      ask: (random, ready) => ({ path: `/api/dossiers/${sampleOf(ready, random).id}`, cookie: ready.clerk }),
    },
  ];
}
