import { canonicalJson } from './canonical-json.ts';

/** What a leaf says; hashes in lower-case hex. */
export interface ReceiptLeaf {
  readonly unit: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly context: string | null;
}

export interface ReceiptHead {
  readonly unit: string;
  readonly size: number;
  readonly root: string;
  readonly at: string;
  readonly joint: number;
  readonly signature: string;
}

export interface CheckedReceipt {
  readonly leaf: ReceiptLeaf;
  readonly index: number;
  /** Inclusion proof from the leaf up, in hex. */
  readonly proof: readonly string[];
  readonly head: ReceiptHead;
}

/** What the commitments of a leaf stand for, with their salt in hex. */
export interface ReceiptDetail {
  readonly salt: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly context: unknown;
}

export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** The text of a leaf, version 1, as it is hashed. */
export function leafText(leaf: ReceiptLeaf): string {
  return canonicalJson({ ...leaf, v: 1 });
}

/** The text that is signed for a head. */
export function headText({ unit, size, root, at, joint }: ReceiptHead): string {
  return `lien-mach log head v1\nunit ${unit}\nsize ${size}\nroot ${root}\nat ${at}\njoint ${joint}\n`;
}

/**
 * The hash of the leaf and the root it leads to with its proof (RFC 9162 §2.1.3.2), in hex; the root is undefined when
 * the proof has the wrong length for its place.
 */
export async function followProof(
  { leaf, index, proof, head }: CheckedReceipt,
  sha256: Sha256,
): Promise<{ readonly leafHash: string; readonly root: string | undefined }> {
  const first = await sha256(bytesOf([0], new TextEncoder().encode(leafText(leaf))));
  const leafHash = toHex(first);
  if (index < 0 || index >= head.size) return { leafHash, root: undefined };
  let node = index;
  let last = head.size - 1;
  let root = first;
  for (const sibling of proof.map(fromHex)) {
    if (last === 0) return { leafHash, root: undefined };
    const isRight = node % 2 === 1 || node === last;
    root = await sha256(isRight ? bytesOf([1], sibling, root) : bytesOf([1], root, sibling));
    while (isRight && node % 2 === 0 && node !== 0) {
      node = Math.floor(node / 2);
      last = Math.floor(last / 2);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return { leafHash, root: last === 0 ? toHex(root) : undefined };
}

/** True when what is shown as before, after and context is what the leaf commits to. */
export async function isDetailOf(leaf: ReceiptLeaf, detail: ReceiptDetail, sha256: Sha256): Promise<boolean> {
  const salt = fromHex(detail.salt);
  for (const part of ['before', 'after', 'context'] as const) {
    const committed = leaf[part];
    if (committed === null) continue;
    const text = new TextEncoder().encode(canonicalJson(detail[part]));
    if (toHex(await sha256(bytesOf(salt, text))) !== committed) return false;
  }
  return true;
}

function bytesOf(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Bytes of a text in hex. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
