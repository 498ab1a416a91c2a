import type { Services } from '#server/module.ts';

/** An invented person of the demo with the first password. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly title: string;
}

/** Makes the demo commune, its people and its plan of 2022, step by step; what an interrupted start left is completed. */
export async function beginDemo(_services: Services, _ownerUrl: string): Promise<DemoAccount[]> {
  return [];
}
