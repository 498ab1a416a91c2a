type Params = Readonly<Record<string, string | number>>;

/** Words of refusals; the same words stand on grey buttons. */
export const errors: Readonly<Record<string, string | ((params: Params) => string)>> = {};
