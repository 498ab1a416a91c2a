/** A text or number that only its own constructor may make, so that one kind of id is never passed for another. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

export type Id = Brand<string, 'Id'>;
export type UnitId = Brand<string, 'UnitId'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in lower case, the only form ids are written in. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
