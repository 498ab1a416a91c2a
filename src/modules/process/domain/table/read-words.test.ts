import { describe, expect, test } from 'vitest';
import { readActor, readLevel } from './read-actor.ts';
import { readDuration } from './read-duration.ts';
import { readMilli } from './read-milli.ts';

describe('a number of a table in thousandths', () => {
  test.each([
    [2, 2_000],
    ['02', 2_000],
    ['0,25', 250],
    ['0.25', 250],
    ['½', 500],
    ['1½', 1_500],
    ['1 ½', 1_500],
    ['1/2', 500],
    ['1 1/2', 1_500],
    ['1/3', 333],
    [0.125, 125],
    [' 3 ', 3_000],
    ['', undefined],
    ['ba', undefined],
    ['1/0', undefined],
    ['-1', undefined],
    [-1, undefined],
    ['1.000.000', undefined],
    [Number.NaN, undefined],
    [null, undefined],
    [{}, undefined],
  ])('%j → %j', (written, milli) => expect(readMilli(written)).toBe(milli));
});

describe('a time of a table', () => {
  const time = (milli: number, base: 'day' | 'hour', kind: 'working' | 'clock' | 'plain') => ({
    is: 'time',
    milli,
    unit: { base, kind },
  });
  test.each([
    [0.25, 'ngày làm việc', time(250, 'day', 'working')],
    ['0,25', 'ngày', time(250, 'day', 'plain')],
    [4, 'workingHour', time(4_000, 'hour', 'working')],
    ['0.5', 'working day(s)', time(500, 'day', 'working')],
    [3, 'calendarDay', time(3_000, 'day', 'clock')],
    [2, 'hours', time(2_000, 'hour', 'plain')],
    [2, 'giờ', time(2_000, 'hour', 'plain')],
    [30, 'phút', time(500, 'hour', 'plain')],
    [1, 'buổi', time(4_000, 'hour', 'working')],
    ['08', 'GIỜ LÀM VIỆC', time(8_000, 'hour', 'working')],
    ['0,5 ngày làm việc', undefined, time(500, 'day', 'working')],
    ['Không quá 02 ngày làm việc', '', time(2_000, 'day', 'working')],
    ['½ ngày', '', time(500, 'day', 'plain')],
    ['nửa ngày', '', time(500, 'day', 'plain')],
    ['1 ngày làm việc 4 giờ', '', time(12_000, 'hour', 'working')],
    [null, 'không tính thời gian', { is: 'not-counted' }],
    [0, 'Không tính thời gian', { is: 'not-counted' }],
    ['không tính vào thời gian giải quyết', null, { is: 'not-counted' }],
    ['Giờ hành chính', '', { is: 'not-counted' }],
    [0, null, { is: 'not-counted' }],
    [null, null, { is: 'missing', said: true }],
    [null, 'ngày làm việc', { is: 'missing', said: false }],
    [undefined, undefined, { is: 'missing', said: false }],
    [3, '', { is: 'unread', why: 'unit' }],
    [2, 'tuần', { is: 'unread', why: 'unit' }],
    ['ba', 'ngày', { is: 'unread', why: 'value' }],
    ['khoảng 3', 'ngày', { is: 'unread', why: 'value' }],
    [-2, 'ngày', { is: 'unread', why: 'value' }],
  ])('%j %j', (value, unit, read) => expect(readDuration(value, unit)).toMatchObject(read));
});

describe('the role that words name', () => {
  test.each([
    ['Bộ phận Một cửa', 'counter', 'commune'],
    ['Công chức TN&TKQ', 'counter', 'commune'],
    ['Trung tâm Phục vụ hành chính công xã', 'counter', 'commune'],
    ['Lãnh đạo Phòng Kinh tế', 'department-head', 'commune'],
    ['Trưởng phòng chuyên môn', 'department-head', 'commune'],
    ['head of department', 'department-head', 'commune'],
    ['Chuyên viên Phòng Kinh tế', 'officer', 'commune'],
    ['Công chức Tư pháp – Hộ tịch', 'officer', 'commune'],
    ['handling officer', 'officer', 'commune'],
    ['Chủ tịch/Phó Chủ tịch UBND xã', 'leader', 'commune'],
    ['Lãnh đạo UBND huyện', 'leader', 'district'],
    ['Giám đốc Sở', 'leader', 'province'],
    ['Văn thư', 'records', 'commune'],
    ['Sở Y tế', 'other-agency', 'province'],
    ['Công an xã', 'other-agency', 'commune'],
    ['Cơ quan phối hợp', 'other-agency', 'commune'],
    ['Chi nhánh VPĐK đất đai', 'other-agency', 'commune'],
    ['Tổ chức, cá nhân', 'applicant', 'commune'],
    ['officer', 'officer', 'commune'],
    ['???', undefined, 'commune'],
  ])('%s', (words, actor, level) => {
    expect(readActor(words)).toBe(actor);
    expect(readLevel(words)).toBe(level);
  });
});
