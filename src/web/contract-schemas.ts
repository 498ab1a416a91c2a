const notHere = new Set<string | symbol>([
  'parse',
  'safeParse',
  'parseAsync',
  'safeParseAsync',
  'options',
  Symbol.iterator,
]);

/**
 * Stands in for zod in the bundle: screens need a contract's method and path, and its types, which are gone by then.
 * The server alone parses. It saves every first visit 22 kB and the making of all schemas; asked for a value that
 * only a real schema has, it says so at once instead of answering something wrong.
 */
const shape: unknown = new Proxy(() => shape, {
  get(_, name) {
    if (notHere.has(name)) {
      throw new Error(
        `a contract's schema has no ${String(name)} on screens: take lists and rules from the domain folder`,
      );
    }
    return name === Symbol.toPrimitive || name === 'then' ? undefined : shape;
  },
  apply: () => shape,
});

export const z = shape;
