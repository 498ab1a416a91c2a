import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { judgeDisabling, judgeEndingRole, judgeRoleDays } from './administration.ts';
import { deviceWords } from './device.ts';
import { mostTries, waitMinutes, waits } from './lock-out.ts';
import { networkOf } from './network.ts';
import { judgePassword } from './password.ts';
import { safePath } from './safe-path.ts';

describe('waiting after wrong passwords', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [10, 32],
    [11, 60],
    [12, 60],
    [1_000, 60],
  ])('%i wrong ones in a row wait %i minutes', (failures, minutes) => expect(waitMinutes(failures)).toBe(minutes));

  test('the table holds every step up to the longest wait', () => {
    expect(waits.at(0)).toBe(waitMinutes(1));
    expect(waits.at(mostTries - 1)).toBe(1);
    expect(waits.at(-1)).toBe(60);
    expect(waits.every((wait, index) => index === 0 || wait >= (waits[index - 1] ?? 0))).toBe(true);
  });
});

describe('a password', () => {
  test.each([
    ['mưa rào cuối hạ', 'ok'],
    ['Tr0ng-đầm-gì-đẹp', 'ok'],
    ['congchuc nghiệp vụ 7', 'ok'],
    ['ngắn quá', 'password-short'],
    ['123456789', 'password-short'],
    ['a'.repeat(129), 'password-long'],
    ['van.thu-2022!', 'password-has-name'],
    ['Mật khẩu của VAN.THU', 'password-has-name'],
    ['1234567890', 'password-common'],
    ['0987654321', 'password-common'],
    ['matkhau123', 'password-common'],
    ['Mật khẩu 2022', 'password-common'],
    ['MatKhau@123', 'password-common'],
    ['vietnam1975!', 'password-common'],
    ['Việt Nam 1975', 'password-common'],
    ['qwertyuiop', 'password-common'],
    ['ubndxa12345', 'password-common'],
    ['aaaaaaaaaaaa', 'password-common'],
    ['ababababab', 'password-common'],
    ['abcdeabcde', 'password-common'],
    ['0912 345 678', 'password-common'],
    ['0912345678', 'password-common'],
    ['30041975 02091945', 'ok'],
  ])('%s: %s', (password, expected) => {
    const verdict = judgePassword(password, 'van.thu');
    expect(verdict.ok ? 'ok' : verdict.code).toBe(expected);
  });

  test('never holds the name to sign in with, however it is written', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9.]{2,10}$/);
    fc.assert(
      fc.property(name, fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (username, before, after) => {
        const verdict = judgePassword(`${before}${username.toUpperCase()}${after}`, username);
        expect(verdict.ok).toBe(false);
      }),
    );
  });

  test('is judged alike with and without diacritics', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 10, maxLength: 60 }), (password) => {
        const folded = fold(password);
        fc.pre(folded.length === password.length);
        expect(judgePassword(password, 'ai').ok).toBe(judgePassword(folded, 'ai').ok);
      }),
    );
  });
});

describe('where to go after signing in', () => {
  test.each([
    ['/lam-viec/ke-hoach?nam=2022#viec', '/lam-viec/ke-hoach?nam=2022#viec'],
    ['/', '/'],
    [undefined, '/lam-viec'],
    ['', '/lam-viec'],
    ['lam-viec', '/lam-viec'],
    ['//trang-khac.example', '/lam-viec'],
    ['/\\trang-khac.example', '/lam-viec'],
    ['/a\\b', '/lam-viec'],
    ['/\n/trang-khac.example', '/lam-viec'],
    ['https://trang-khac.example', '/lam-viec'],
    ['javascript:alert(1)', '/lam-viec'],
    ['/dang-xuat', '/lam-viec'],
    ['/dang-nhap?tiep=/x', '/lam-viec'],
    ['/api/session', '/lam-viec'],
    [`/${'a'.repeat(600)}`, '/lam-viec'],
  ])('%s → %s', (wanted, expected) => expect(safePath(wanted)).toBe(expected));

  test('always stays on this site', () => {
    const odd = fc.string({ unit: fc.constantFrom('/', '\\', ':', '.', '@', '%', 'a', '\t', '\n', ' ', '?', '#') });
    fc.assert(
      fc.property(odd, (wanted) => {
        expect(new URL(safePath(wanted), 'https://xa.example').host).toBe('xa.example');
      }),
    );
  });
});

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('wrong passwords from %s count for %s', (address, network) => expect(networkOf(address)).toBe(network));

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36',
    'Chrome trên Windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0', 'Edge trên Windows'],
  [
    'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 coc_coc_browser/120 Chrome/114.0 Safari/537.36',
    'Cốc Cốc trên Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1',
    'Safari trên iPhone',
  ],
  ['Mozilla/5.0 (Linux; Android 13; SM-A525F) Chrome/120.0 Mobile Safari/537.36', 'Chrome trên Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox trên Linux'],
  ['curl/8.0', 'Thiết bị không rõ'],
  [null, 'Thiết bị không rõ'],
])('%s is %s', (agent, words) => expect(deviceWords(agent)).toBe(words));

describe('administrators', () => {
  test.each([
    [{ isSelf: true, administers: true, otherAdministrators: 5 }, 'own-account'],
    [{ isSelf: false, administers: true, otherAdministrators: 0 }, 'last-administrator'],
    [{ isSelf: false, administers: true, otherAdministrators: 1 }, 'ok'],
    [{ isSelf: false, administers: false, otherAdministrators: 0 }, 'ok'],
  ])('disabling %o: %s', (standing, expected) => {
    const verdict = judgeDisabling(standing);
    expect(verdict.ok ? 'ok' : verdict.code).toBe(expected);
  });

  test.each([
    [1, 0, false],
    [2, 1, true],
    [0, 0, true],
    [1, 1, true],
  ])('a role ends with %i administrators before and %i after: %s', (withRole, without, ok) =>
    expect(judgeEndingRole(withRole, without).ok).toBe(ok),
  );

  test.each([
    ['2022-01-01', null, true],
    ['2022-01-01', '2022-01-01', true],
    ['2022-01-02', '2022-01-01', false],
  ])('a role from %s to %s: %s', (from, to, ok) =>
    expect(judgeRoleDays(from as PlainDate, to as PlainDate | null).ok).toBe(ok),
  );
});
