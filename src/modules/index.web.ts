import type { WebModule } from '#web/module.ts';

/** Every module with staff screens, one line each. */
export const webModules: readonly WebModule[] = [];
