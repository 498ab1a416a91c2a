import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How this process was told to run; nothing else reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of database, files, secrets and log. */
  readonly dataDir: string;
  readonly secretsDir: string;
  /** The owner's connection string, when a server is named instead of our own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly rolePrefix: string;
  readonly role: 'all' | 'web' | 'worker';
  readonly production: boolean;
  /** Begins a demo where the database is empty. */
  readonly mayBeginDemo: boolean;
  /** Address people reach the site at; used in e-mails and for cookies. */
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Address of a virus scanner that speaks clamd: `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`. */
  readonly clamdUrl: string | undefined;
  readonly logLevel: string;
  readonly trustProxy: boolean;
  /** Requests a minute for one address before it is asked to wait. */
  readonly requestsPerMinute: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const projectDir = fileURLToPath(new URL('../../', import.meta.url));

/** Reads the configuration from environment and arguments. Throws with Vietnamese words for what cannot be. */
export function readConfig(env: Environment, args: readonly string[] = []): Config {
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT không hợp lệ: ${env['PORT']}`);
  const production = env['NODE_ENV'] === 'production';
  const dataDir = resolve(env['DATA_DIR'] ?? join(projectDir, 'data'));
  const publicUrl = env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  if (production && !env['PUBLIC_URL'])
    throw new Error('Chạy chính thức cần PUBLIC_URL, ví dụ https://cchc.xa-hoang-tien.gov.vn');
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir,
    secretsDir: join(dataDir, 'secrets'),
    databaseUrl: env['DATABASE_URL'],
    rolePrefix: env['DATABASE_ROLE_PREFIX'] ?? 'lien_mach',
    role: readRole(args),
    production,
    mayBeginDemo: !production && env['DEMO'] !== 'off',
    publicUrl,
    smtpUrl: env['SMTP_URL'],
    mailFrom: env['MAIL_FROM'] ?? 'Liền Mạch <khong-tra-loi@localhost>',
    clamdUrl: readClamdUrl(env['CLAMD_URL']),
    logLevel: env['LOG_LEVEL'] ?? 'warn',
    trustProxy: env['TRUST_PROXY'] === 'on',
    requestsPerMinute: Number(env['REQUESTS_PER_MINUTE'] ?? 1_200),
  };
}

function readClamdUrl(url: string | undefined): string | undefined {
  if (url === undefined || url === '') return undefined;
  const { protocol, hostname, port, pathname } = URL.canParse(url) ? new URL(url) : { protocol: '', pathname: '' };
  if ((protocol === 'tcp:' && hostname && port) || (protocol === 'unix:' && pathname)) return url;
  throw new Error(`CLAMD_URL cần có dạng tcp://máy:3310 hoặc unix:/đường/dẫn/clamd.ctl, không phải ${url}`);
}

function readRole(args: readonly string[]): Config['role'] {
  const at = args.indexOf('--role');
  if (at < 0) return 'all';
  const role = args[at + 1];
  if (role === 'web' || role === 'worker') return role;
  throw new Error('--role nhận "web" hoặc "worker"');
}

const weak = new Set([
  'secret',
  'changeme',
  'change-me',
  'password',
  'postgres',
  'admin',
  'lien-mach',
  'lienmach',
  '123456',
  'demo',
]);

/** Refuses secrets that anybody could guess; called before a production start. */
export function refuseDefaultSecrets(config: Config, secrets: Readonly<Record<string, string>>): void {
  if (!config.production) return;
  for (const [name, secret] of Object.entries(secrets)) {
    if (secret.length < 24 || weak.has(secret.toLowerCase())) {
      throw new Error(
        `Không chạy chính thức với bí mật mặc định hoặc quá ngắn: ${name}. Xóa tệp đó để hệ thống tự tạo, hoặc đặt chuỗi ngẫu nhiên từ 24 ký tự.`,
      );
    }
  }
  const password = config.databaseUrl ? decodeURIComponent(new URL(config.databaseUrl).password) : undefined;
  if (password !== undefined && weak.has(password.toLowerCase())) {
    throw new Error('Không chạy chính thức với mật khẩu cơ sở dữ liệu mặc định: đổi mật khẩu trong DATABASE_URL.');
  }
}
