import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ServerTask } from './server-task.ts';

const usualScript = new URL('./server.ts', import.meta.url);

/** Starts the whole server as a process of its own, adds it to `servers`, and gives its address when it listens. */
export async function startServer(servers: ChildProcess[], task: ServerTask, script = usualScript): Promise<string> {
  const child = spawn(process.execPath, [fileURLToPath(script), JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(child);
  for await (const chunk of child.stdout) {
    const address = /http:\/\/[\d.:]+/.exec(String(chunk))?.[0];
    if (address) return address;
  }
  throw new Error('the server did not begin');
}
