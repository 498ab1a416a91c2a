import type { TestProject } from 'vitest/node';
import { startTestServer } from './postgres.ts';

/** One PostgreSQL for the whole run; `PG_VERSION=15` chooses the older one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer(process.env['PG_VERSION'] === '15' ? 15 : 18);
  project.provide('testServer', server);
  return stop;
}
