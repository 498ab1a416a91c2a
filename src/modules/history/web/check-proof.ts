import type { AnswerOf } from '#kernel/route.ts';
import type { getProof } from '../contract.ts';
import {
  followProof,
  fromHex,
  headText,
  isDetailOf,
  type ReceiptDetail,
  type Sha256,
} from '../domain/check-receipt.ts';

export type Proof = AnswerOf<typeof getProof>;

/** What this browser found out by itself; `unknown` where it cannot check. */
export interface ProofCheck {
  readonly leafHash: string;
  /** The entry leads to the root of the head. */
  readonly inTree: boolean;
  /** What is shown as before, after and reason is what the entry commits to. */
  readonly content: 'matches' | 'differs' | 'unknown';
  /** The head was signed with a published key. */
  readonly signature: 'matches' | 'differs' | 'unknown';
}

const sha256: Sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** Checks a proof in the browser, without asking the server; undefined where the browser has no means (plain http). */
export async function checkProof({ receipt, detail, publicKeys }: Proof): Promise<ProofCheck | undefined> {
  if (!receipt || !globalThis.crypto?.subtle) return undefined;
  const { leafHash, root } = await followProof(receipt, sha256);
  return {
    leafHash,
    inTree: root === receipt.head.root,
    content: detail === null ? 'unknown' : await contentOf(receipt.leaf, detail as ReceiptDetail),
    signature: await signatureOf(receipt.head, publicKeys),
  };
}

type Receipt = NonNullable<Proof['receipt']>;

async function contentOf(leaf: Receipt['leaf'], detail: ReceiptDetail): Promise<ProofCheck['content']> {
  return (await isDetailOf(leaf, detail, sha256)) ? 'matches' : 'differs';
}

/** Older browsers know no Ed25519: then the signature is left to the program `verify`. */
async function signatureOf(head: Receipt['head'], publicKeys: readonly string[]): Promise<ProofCheck['signature']> {
  const [signature, text] = [fromHex(head.signature), new TextEncoder().encode(headText(head))];
  try {
    for (const pem of publicKeys) {
      const der = Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, '')), (letter) => letter.charCodeAt(0));
      const key = await crypto.subtle.importKey('spki', der, 'Ed25519', false, ['verify']);
      if (await crypto.subtle.verify('Ed25519', key, signature, text)) return 'matches';
    }
    return publicKeys.length > 0 ? 'differs' : 'unknown';
  } catch {
    return 'unknown';
  }
}
