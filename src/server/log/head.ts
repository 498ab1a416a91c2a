/** A signed head of the tree of one unit. Root and signature are lower-case hex. */
export interface TreeHead {
  readonly unit: string;
  readonly size: number;
  readonly root: string;
  readonly at: string;
  /** Number of the first joint head that covers this one. */
  readonly joint: number;
  readonly signature: string;
}

/** A signed head over all units: the root over the newest head of each, in the order of unit ids. */
export interface JointHead {
  readonly number: number;
  readonly units: number;
  readonly root: string;
  readonly at: string;
  readonly signature: string;
}

/** The exact text that is signed for a head; also the leaf of the tree over all units. */
export function headText(head: Omit<TreeHead, 'signature'>): string {
  const { unit, size, root, at, joint } = head;
  return `lien-mach log head v1\nunit ${unit}\nsize ${size}\nroot ${root}\nat ${at}\njoint ${joint}\n`;
}

/** The exact text that is signed for a head over all units. */
export function jointHeadText(head: Omit<JointHead, 'signature'>): string {
  const { number, units, root, at } = head;
  return `lien-mach joint head v1\nnumber ${number}\nunits ${units}\nroot ${root}\nat ${at}\n`;
}
