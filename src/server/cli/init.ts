import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { foldWords } from '#kernel/fold.ts';
import { modules } from '#modules/index.server.ts';
import { beginUnit, type FirstUnit } from '#modules/starter.ts';
import { readConfig } from '../config.ts';
import { AppError, textOf } from '../errors.ts';
import { openServices } from '../run.ts';
import { takeStartLock } from '../start-lock.ts';
import { addWords } from '../words.ts';

const help = `Tạo đơn vị đầu tiên và người quản trị đầu tiên (không có dữ liệu trình diễn).

  npm run cli -- init [--unit TÊN] [--level commune|ward] [--province TÊN] [--admin HỌ_TÊN] [--username TÊN]

Thiếu mục nào thì hỏi mục đó. Mật khẩu đầu tiên được in ra một lần và phải đổi khi đăng nhập.`;

const options = {
  unit: { type: 'string' },
  level: { type: 'string' },
  province: { type: 'string' },
  admin: { type: 'string' },
  username: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Answers = Partial<Record<Exclude<keyof typeof options, 'help'>, string>>;

/** `init`: asks for the unit and its first administrator, and makes them in an empty installation. */
export async function runInit(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) {
    console.log(help);
    return 0;
  }
  for (const module of modules) addWords(module);
  const wanted = await askMissing(values);
  const config = { ...readConfig(process.env), mayBeginDemo: false };
  const lock = config.databaseUrl ? undefined : takeStartLock(config.dataDir);
  const { services, database, close } = await openServices(config);
  try {
    const admin = await beginUnit(services, database.urls.owner, wanted);
    console.log(`Đã tạo ${wanted.name} và người quản trị đầu tiên.`);
    console.log(`  Tên đăng nhập: ${admin.username}`);
    console.log(`  Mật khẩu đầu tiên (chỉ in một lần, phải đổi khi đăng nhập): ${admin.password}`);
    console.log('Chạy "npm start" rồi đăng nhập; vai trò quản trị cần cài xác thực hai lớp.');
    return 0;
  } catch (error) {
    console.error(error instanceof AppError ? textOf(error.code, error.params) : (error as Error).message);
    return 1;
  } finally {
    await close();
    lock?.release();
  }
}

async function askMissing(given: Answers): Promise<FirstUnit> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ask = async (known: string | undefined, question: string, usual?: string): Promise<string> => {
    if (known !== undefined) return known.trim();
    for (;;) {
      const answer = (await terminal.question(`${question}${usual ? ` [${usual}]` : ''}: `)).trim() || usual;
      if (answer) return answer;
    }
  };
  try {
    const name = await ask(given.unit, 'Tên đơn vị, ví dụ "xã Hoằng Tiến"');
    const level = await ask(given.level, 'Cấp (commune: xã, ward: phường)', /^phường/i.test(name) ? 'ward' : 'commune');
    const province = await ask(given.province, 'Tỉnh, thành phố, ví dụ "tỉnh Thanh Hóa"');
    const admin = await ask(given.admin, 'Họ tên người quản trị đầu tiên');
    const username = await ask(given.username, 'Tên đăng nhập của người đó', 'quan.tri');
    return { name, shortName: shortNameOf(name), code: codeOf(name), level, province, admin, username };
  } finally {
    terminal.close();
  }
}

function shortNameOf(name: string): string {
  return name.replace(/^(xã|phường|thị trấn|tỉnh|thành phố|đặc khu)\s+/iu, '');
}

function codeOf(name: string): string {
  return foldWords(shortNameOf(name)).replaceAll(' ', '-').slice(0, 60);
}
