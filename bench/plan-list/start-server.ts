import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ServerTask } from './server.ts';

/** Starts the whole server as a process of its own, adds it to `servers`, and gives its address when it listens. */
export async function startServer(servers: ChildProcess[], task: ServerTask): Promise<string> {
  const script = fileURLToPath(new URL('./server.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(child);
  for await (const chunk of child.stdout) {
    const address = /http:\/\/[\d.:]+/.exec(String(chunk))?.[0];
    if (address) return address;
  }
  throw new Error('the server did not begin');
}
