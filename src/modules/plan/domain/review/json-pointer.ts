/** The steps of a JSON pointer (RFC 6901): "/appendices/1/tasks" → ["appendices", "1", "tasks"]. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of these steps. */
export function pointerOf(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const wholeNumber = /^(0|[1-9]\d{0,8})$/;

/** The index a step names in a list, or undefined when it names none. */
export function indexOf(step: string): number | undefined {
  return wholeNumber.test(step) ? Number(step) : undefined;
}

/** The value at a pointer, or undefined when there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of stepsOf(pointer)) value = childOf(value, step);
  return value;
}

function childOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    const index = indexOf(step);
    return index === undefined ? undefined : value[index];
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) {
    return (value as Record<string, unknown>)[step];
  }
  return undefined;
}

/**
 * A copy of `root` in which `change` was made to a copy of the list or object that holds the last step. Gives undefined
 * when the pointer leads nowhere or `change` refuses by giving undefined.
 */
export function withChange<T>(
  root: T,
  steps: readonly string[],
  change: (holder: unknown, last: string) => unknown,
): T | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return undefined;
  if (rest.length === 0) return change(Array.isArray(root) ? [...root] : { ...root }, step) as T | undefined;
  const child = childOf(root, step);
  if (typeof child !== 'object' || child === null) return undefined;
  const changed = withChange(child, rest, change);
  if (changed === undefined) return undefined;
  if (Array.isArray(root)) return root.map((one, index) => (index === Number(step) ? changed : one)) as T;
  return { ...root, [step]: changed };
}
