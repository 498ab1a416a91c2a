/**
 * Waits for statements that were sent at once, so that they cost one round trip. All have ended when it gives their
 * answers or throws the first error: none goes on in a transaction that is rolled back.
 */
export async function together<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const settled = await Promise.allSettled(work);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  }) as unknown as T;
}
