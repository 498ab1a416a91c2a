/** A PDF transformation matrix [a b c d e f]. */
export type Affine = readonly [number, number, number, number, number, number];

export const identity: Affine = [1, 0, 0, 1, 0, 0];

/** Makes six numbers of a list that should have them. */
export function affineOf(list: readonly unknown[]): Affine {
  const at = (index: number) => Number(list[index] ?? 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** The matrix that applies `inner` first and `outer` after it. */
export function multiply(outer: Affine, inner: Affine): Affine {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** Where a point comes to lie. */
export function apply(matrix: Affine, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}
