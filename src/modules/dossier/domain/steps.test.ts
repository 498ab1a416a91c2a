import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { makeDefaultProcess } from '#modules/process/domain/default-process.ts';
import type { ProcessStep } from '#modules/process/domain/process.ts';
import {
  type Assigned,
  dutyOfField,
  findPostOfStep,
  findSigningStep,
  type Office,
  signingAt,
  waitsAt,
} from './steps.ts';

const process = makeDefaultProcess({ unit: 'working-day', milli: 5_000 });
const id = (text: string) => text as Id;
const post = (name: string, departmentId: string | null, leader = false) => ({
  id: id(name),
  departmentId: departmentId === null ? null : id(departmentId),
  leader,
});

const small: Office = {
  posts: [
    post('chair', null, true),
    post('deputy', null),
    post('justice', null),
    post('office', null),
    post('clerk', 'one-stop', true),
  ],
  dutyPosts: new Map([
    ['mot-cua', id('clerk')],
    ['tu-phap', id('justice')],
    ['van-phong-thong-ke', id('office')],
  ]),
};
const large: Office = {
  posts: [
    post('chair', null, true),
    post('head', 'economy', true),
    post('expert', 'economy'),
    post('centre', 'centre', true),
    post('seal', 'office'),
  ],
  dutyPosts: new Map([
    ['mot-cua', id('centre')],
    ['van-thu', id('seal')],
  ]),
};
const dossier: Assigned = { field: 'Hộ tịch', handlerId: null, procedurePostId: null, procedureDepartmentId: null };

const stepOf = (no: number): ProcessStep => {
  const step = process.steps.find((one) => one.no === no);
  if (!step) throw new Error(`no step ${no}`);
  return step;
};

test('what a dossier waits for follows from who does the step', () => {
  expect(process.steps.map(waitsAt)).toEqual(['handle', 'assign', 'handle', 'signature', 'number', 'hand-over']);
  expect(waitsAt({ actor: 'other-agency', final: false })).toBe('answer');
  expect(waitsAt({ actor: null, final: false })).toBe('handle');
});

test('it is signed ahead, here, or no more', () => {
  expect(process.steps.map((step) => signingAt(process, step.no))).toEqual([
    'ahead',
    'ahead',
    'ahead',
    'here',
    'none',
    'none',
  ]);
  expect(signingAt(process, null)).toBe('ahead');
  expect(findSigningStep(process)?.no).toBe(4);
});

describe('who does a step', () => {
  const posts = (office: Office, more: Partial<Assigned> = {}) =>
    process.steps.map((step) => findPostOfStep(step, { ...dossier, ...more }, office));

  test('in a commune without divisions', () => {
    expect(posts(small)).toEqual(['clerk', 'chair', 'justice', 'chair', 'office', 'clerk']);
    expect(posts(small, { field: 'Lĩnh vực lạ' })[2]).toBe('office');
    expect(posts(small, { handlerId: id('deputy') })[2]).toBe('deputy');
    expect(posts(small, { handlerId: id('gone') })[2]).toBe('justice');
    expect(posts(small, { procedurePostId: id('deputy') })[2]).toBe('deputy');
  });

  test('in a commune with divisions', () => {
    expect(posts(large, { procedureDepartmentId: id('economy') })).toEqual([
      'centre',
      'head',
      'expert',
      'chair',
      'seal',
      'centre',
    ]);
    expect(posts(large, { procedurePostId: id('expert') })[1]).toBe('head');
    expect(posts(large, { procedureDepartmentId: id('centre') })[2]).toBe('centre');
  });

  test('where nobody bears the role it is not known, and nobody is guessed', () => {
    expect(posts({ posts: [], dutyPosts: new Map() })).toEqual(Array.from({ length: 6 }));
  });

  test('the post that the process names comes first, as long as it exists', () => {
    expect(findPostOfStep({ ...stepOf(3), positionId: id('deputy') }, dossier, small)).toBe('deputy');
    expect(findPostOfStep({ ...stepOf(3), positionId: id('gone') }, dossier, small)).toBe('justice');
  });
});

test.each([
  ['Hộ tịch', 'tu-phap'],
  ['Chứng thực', 'tu-phap'],
  ['Đất đai', 'dia-chinh-xay-dung'],
  ['Bảo trợ xã hội', 'van-hoa-xa-hoi'],
  ['Tín ngưỡng, tôn giáo', 'van-hoa-xa-hoi'],
  ['Thành lập và hoạt động của hộ kinh doanh', 'tai-chinh'],
  ['Đăng ký, quản lý cư trú', 'cong-an'],
  ['Nghĩa vụ quân sự', 'quan-su'],
  ['Thi đua – khen thưởng', 'van-phong-thong-ke'],
])('%s is handled by %s', (field, duty) => expect(dutyOfField(field)).toBe(duty));
