import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findOwnDatabase } from './database.ts';
import { verifyLog } from './verify-log.ts';
import { sayOutcome } from './words.ts';

const help = `Kiểm tra nhật ký: đối chiếu cơ sở dữ liệu, tệp mã băm và đầu cây đã ký.

  npm run verify -- [--data THƯ_MỤC] [--database URL] [--heads TỆP] [--key TỆP] [--files-only] [--json]

  --data        thư mục dữ liệu (mặc định: data, hoặc biến DATA_DIR)
  --database    địa chỉ PostgreSQL (mặc định: biến DATABASE_URL, hoặc PostgreSQL đi kèm nếu đang chạy)
  --heads       tệp đầu cây được giữ ở nơi khác (bản sao heads.jsonl), để đối chiếu thêm
  --key         tệp khóa công khai được giữ ở nơi khác (mặc định: log/public-keys.pem trong thư mục dữ liệu)
  --files-only  chỉ kiểm tra tệp mã băm và đầu cây, không cần cơ sở dữ liệu
  --most        số sai lệch nêu tên tối đa (mặc định 20)
  --json        in kết quả dạng JSON

Mã thoát: 0 nguyên vẹn, 1 có sai lệch, 2 không kiểm tra được.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      database: { type: 'string' },
      heads: { type: 'string' },
      key: { type: 'string' },
      most: { type: 'string' },
      'files-only': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const dataDir = values.data ?? process.env['DATA_DIR'] ?? 'data';
  const databaseUrl = values['files-only']
    ? undefined
    : (values.database ?? process.env['DATABASE_URL'] ?? findOwnDatabase(dataDir));
  if (!values['files-only'] && databaseUrl === undefined) {
    throw new Error(
      `không thấy PostgreSQL của "${dataDir}" đang chạy. Hãy mở hệ thống (npm start) rồi chạy lại, hoặc nêu --database, hoặc dùng --files-only.`,
    );
  }
  const outcome = await verifyLog({
    dataDir,
    databaseUrl,
    witness: values.heads === undefined ? undefined : readFileSync(values.heads, 'utf8'),
    keys: values.key === undefined ? undefined : readFileSync(values.key, 'utf8'),
    most: values.most === undefined ? undefined : Math.max(1, Number(values.most) || 1),
  });
  console.log(values.json ? JSON.stringify(outcome, undefined, 2) : sayOutcome(outcome));
  return outcome.whole ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`Không kiểm tra được nhật ký: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
