/** A sequencer in a process of its own, for tests that kill it: `node sequencer-process.ts DATABASE_URL DATA_DIR`. */
import pg from 'pg';
import { startSequencer } from '#server/log/sequencer.ts';

const [connectionString = '', dataDir = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 2 });
pool.on('error', () => undefined);
await startSequencer({ pool, dataDir, now: Date.now, everyMs: 1, most: 3 });
process.stdout.write('started\n');
