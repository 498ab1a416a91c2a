import { describe, expect, test } from 'vitest';
import { anAppendix, anItem, aPlan, aTask, found, items, only, rows } from './made-plans.ts';

describe('who does it', () => {
  test.each([
    ['none', { lead: [] }, ['missingLead PL01/1']],
    ['none, but a part of another name', { lead: [], otherRoles: [{ role: 'thực hiện', units: ['Công an xã'] }] }, []],
    [
      'also coordinator',
      { coordinators: ['công chức tư pháp – hộ tịch UBND xã'] },
      ['leadIsCoordinator PL01/1 PL01/1'],
    ],
    ['another coordinates', { coordinators: ['Công chức Tài chính - Kế toán'] }, []],
    ['two', { lead: ['Công an xã', 'Chủ tịch UBND xã'] }, ['severalLeads PL01/1']],
    ['a group', { lead: ['Các công chức chuyên môn'] }, ['groupLead PL01/1']],
    ['the committee', { lead: ['UBND xã'] }, ['groupLead PL01/1']],
    ['an office that communes did not have', { coordinators: ['Văn phòng UBND xã'] }, ['unknownOffice PL01/1']],
  ])('%s', (_, more, expected) => {
    expect(found(rows(aTask(more)))).toEqual(expected);
  });

  test('the office exists since the two-tier government', () => {
    const plan = rows(aTask({ coordinators: ['Văn phòng UBND xã'] }));
    expect(found(plan, { level: 'commune', twoTier: true })).toEqual([]);
  });

  test('names of one post are told apart only by other words, not by marks and case', () => {
    const named = (...names: string[]) =>
      only('roleVariants', rows(...names.map((name, index) => aTask({ no: index + 1, lead: [name] }))));
    expect(named('Công chức Tư pháp – Hộ tịch', 'công chức tư pháp - hộ tịch')).toEqual([]);
    expect(named('Công chức Tư pháp – Hộ tịch', 'Tư pháp')[0]?.params).toEqual({
      names: 'Công chức Tư pháp – Hộ tịch; Tư pháp',
      count: 2,
    });
    expect(named('Bưu điện xã', 'Bưu điện')).toEqual([]);
  });

  test('who leads without a duty, and who has nothing at all', () => {
    const plan = (role: string) =>
      aPlan({
        appendices: [anAppendix([aTask(), aTask({ no: 2, lead: ['Công an xã'] })])],
        responsibilities: [{ role, duties: ['theo dõi'] }],
      });
    expect(found(plan('Công chức Tư pháp - Hộ tịch'))).toEqual([
      'leadWithoutDuty PL01/2',
      'postsNotNamed tổ chức thực hiện',
    ]);
    expect(only('postsNotNamed', plan('Công chức Tư pháp - Hộ tịch'))[0]?.params.names).toBe(
      'Chủ tịch UBND xã; Công chức Địa chính – xây dựng',
    );
    expect(found(plan('Các công chức chuyên môn'))).toEqual(['postsNotNamed tổ chức thực hiện']);
    expect(found(plan('Công chức Tư pháp - Hộ tịch'), { level: 'district', twoTier: false })).toEqual([
      'leadWithoutDuty PL01/2',
    ]);
    expect(only('postsNotNamed', plan('Công chức Tư pháp - Hộ tịch'), { level: 'commune', twoTier: true })).toEqual([]);
  });

  test('an item of the body that names who and when is looked at like a row', () => {
    const { outputs, coordinators, deadlineText, deadlines } = aTask({ due: '' });
    expect(
      found(items(anItem('a', 1, 'Rà soát', { lead: ['UBND xã'], outputs, coordinators, deadlineText, deadlines }))),
    ).toEqual(['missingDeadline 2.1.a', 'groupLead 2.1.a']);
    expect(found(items(anItem('a', 1, 'Rà soát')))).toEqual([]);
    const due = { deadlineText: 'Quý I/2022', deadlines: aTask().deadlines };
    expect(found(items(anItem('', 3, 'Rà soát', { outputs: ['Báo cáo'], ...due })))).toEqual(['missingLead 2.1.(3)']);
  });
});
