import { QueryClient } from '@tanstack/react-query';
import { CallError } from '../call.ts';

/** Reads are asked again at most twice, and only when the server did not answer or was in trouble. */
function worthAsking(failures: number, error: unknown): boolean {
  return failures < 2 && error instanceof CallError && (error.status === 0 || error.status >= 500);
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The browser's word on being offline is often wrong on office networks: every call is tried and fails with words.
      queries: { retry: worthAsking, staleTime: 10_000, networkMode: 'always', refetchOnWindowFocus: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
