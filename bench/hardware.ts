import { cpus, totalmem } from 'node:os';

/** The machine in one line, written beside every figure. */
export function hardware(): string {
  const all = cpus();
  const memory = Math.round(totalmem() / 1_073_741_824);
  return `${all.length} × ${all[0]?.model.trim() ?? 'CPU'}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
}
