import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { findBinaries } from '../embedded/binaries.ts';
import { findPlace } from '../embedded/os-user.ts';
import { openServices } from '../run.ts';
import { takeStartLock } from '../start-lock.ts';

/** `demo remove`: takes a demo away with all its invented data, so that the folder is as before the first start. */
export async function runDemoRemove(): Promise<number> {
  const config = { ...readConfig(process.env), mayBeginDemo: false };
  if (config.databaseUrl) {
    console.error(
      'Lệnh này chỉ dùng cho bản trình diễn với PostgreSQL đi kèm; với DATABASE_URL, xin xóa cơ sở dữ liệu đó.',
    );
    return 1;
  }
  const lock = takeStartLock(config.dataDir);
  const { services, close } = await openServices(config);
  const isDemo = services.demoClock !== undefined;
  const { rows } = await services.appPool.query<{ units: number }>('select count(*)::int as units from unit');
  await close();
  lock.release();
  if (!isDemo && rows[0]?.units) {
    console.error('Đây không phải bản trình diễn: dữ liệu được giữ nguyên.');
    return 1;
  }
  const native = findBinaries();
  const place = native ? await findPlace(native, config.dataDir) : undefined;
  for (const name of ['pg', 'files', 'log', 'secrets'])
    await rm(join(config.dataDir, name), { recursive: true, force: true });
  if (place && place.data !== config.dataDir) await rm(place.data, { recursive: true, force: true });
  console.log(
    'Đã gỡ bản trình diễn. Chạy "npm run cli -- init" để tạo đơn vị thật, hoặc "npm start" để xem lại bản trình diễn.',
  );
  return 0;
}
