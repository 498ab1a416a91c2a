import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { hashLeaf } from './hashing.ts';

/** Signed head of one unit's tree. */
export interface Head {
  readonly unit: string;
  readonly size: number;
  readonly root: string;
  readonly at: string;
  readonly joint: number;
  readonly signature: string;
}

/** Signed head over the newest heads of all units. */
export interface JointHead {
  readonly number: number;
  readonly units: number;
  readonly root: string;
  readonly at: string;
  readonly signature: string;
}

/** What a head's signature covers; hashed as a leaf, it is also what joint heads are made of. */
export function textOfHead(head: Head): string {
  return [
    'lien-mach log head v1',
    `unit ${head.unit}`,
    `size ${head.size}`,
    `root ${head.root}`,
    `at ${head.at}`,
    `joint ${head.joint}`,
    '',
  ].join('\n');
}

export function textOfJointHead(head: JointHead): string {
  return [
    'lien-mach joint head v1',
    `number ${head.number}`,
    `units ${head.units}`,
    `root ${head.root}`,
    `at ${head.at}`,
    '',
  ].join('\n');
}

export function leafOfHead(head: Head): string {
  return hashLeaf(textOfHead(head));
}

/** The keys whose signatures count. */
export class Keys {
  readonly #keys: KeyObject[];

  /** From one or more PEM blocks. Throws when there is none. */
  constructor(pem: string) {
    const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
    this.#keys = blocks.map((block) => createPublicKey(block));
    if (this.#keys.length === 0) throw new Error('no public key');
  }

  /** True when one of the keys signed exactly this text. */
  signed(text: string, signature: string): boolean {
    const bytes = Buffer.from(text);
    return this.#keys.some((key) => verify(null, bytes, key, Buffer.from(signature, 'hex')));
  }
}

/** Heads read from lines of JSON, as `heads.jsonl` has them; `broken` are line numbers that are neither kind. */
export interface HeadLines {
  readonly heads: Head[];
  readonly joints: JointHead[];
  readonly broken: number[];
}

export function parseHeadLines(text: string): HeadLines {
  const found: HeadLines = { heads: [], joints: [], broken: [] };
  const lines = text.split('\n');
  lines.forEach((line, i) => {
    if (line === '') return;
    const value = parse(line);
    if (isHead(value)) found.heads.push(value);
    else if (isJointHead(value)) found.joints.push(value);
    else if (i < lines.length - 1) found.broken.push(i + 1);
  });
  return found;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isSigned(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && ['root', 'at', 'signature'].every((name) => typeof value[name] === 'string');
}

function isHead(value: unknown): value is Head {
  if (!isSigned(value) || typeof value['unit'] !== 'string') return false;
  return uuid.test(value['unit']) && isCount(value['size']) && isCount(value['joint']);
}

function isJointHead(value: unknown): value is JointHead {
  return isSigned(value) && isCount(value['number']) && isCount(value['units']);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
