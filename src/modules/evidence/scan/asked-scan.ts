import type { Config } from '#server/config.ts';

/** The state of a file that has just come: waiting where a virus scanner is set up. */
export function askedScan(config: Pick<Config, 'clamdUrl'>): 'waiting' | 'unscanned' {
  return config.clamdUrl === undefined ? 'unscanned' : 'waiting';
}
