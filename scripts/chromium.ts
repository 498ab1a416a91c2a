import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The machine's Chromium; as root on Debian it is installed when missing. Throws with what to do otherwise. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Đang cài Chromium cho kiểm thử trình duyệt …\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-liberation'], { stdio: ['ignore', 2, 2], env });
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'Kiểm thử trình duyệt cần Chromium: cài gói chromium (Debian: apt-get install chromium fonts-liberation) hoặc đặt biến CHROMIUM trỏ tới trình duyệt.',
  );
}

function findChromium(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}
