import type { UnitHead } from './check-unit.ts';
import { aFinding, type Finding } from './finding.ts';
import {
  type Head,
  type HeadLines,
  type JointHead,
  type Keys,
  leafOfHead,
  textOfHead,
  textOfJointHead,
} from './heads.ts';
import { JointTree } from './joint-tree.ts';

/** All heads known, by where they come from. */
export interface HeadSources {
  /** Undefined when only files are checked. */
  readonly database:
    | { readonly heads: ReadonlyMap<string, readonly Head[]>; readonly joints: readonly JointHead[] }
    | undefined;
  /** `heads.jsonl` of the log, as it was before the snapshot of the database. */
  readonly file: HeadLines;
  /** Heads that were kept elsewhere. */
  readonly witness: HeadLines;
}

export interface CheckedHeads {
  /**
   * Heads with a good signature by unit: what the trees must agree with. Sorted by size; of one size, those come first
   * that the owner of the database can reach least.
   */
  readonly byUnit: ReadonlyMap<string, readonly UnitHead[]>;
  readonly count: number;
  readonly joints: number;
  readonly findings: Finding[];
}

const names = { database: 'log_head', file: 'heads.jsonl', witness: '--heads' } as const;

/** Checks every signature, that database and file hold the same heads, and every root over all units. */
export function checkHeads(sources: HeadSources, keys: Keys): CheckedHeads {
  const findings: Finding[] = [];
  for (const line of sources.file.broken)
    findings.push(aFinding('head-unreadable', null, { note: `heads.jsonl: ${line}` }));
  for (const line of sources.witness.broken)
    findings.push(aFinding('head-unreadable', null, { note: `--heads: ${line}` }));
  const good = new Map<string, UnitHead & { key: string }>();
  const forged = new Set<string>();
  const take = (heads: Iterable<Head>, source: string): void => {
    for (const head of heads) {
      const key = `${head.unit} ${head.size} ${head.root} ${head.at} ${head.joint} ${head.signature}`;
      if (good.has(key) || forged.has(key)) continue;
      if (keys.signed(textOfHead(head), head.signature)) good.set(key, { head, source, key });
      else {
        forged.add(key);
        findings.push(aFinding('head-forged', head.unit, { at: head.at, note: `${head.size} (${source})` }));
      }
    }
  };
  const inDatabase = [...(sources.database?.heads.values() ?? [])].flat();
  take(sources.witness.heads, names.witness);
  take(sources.file.heads, names.file);
  take(inDatabase, names.database);
  if (sources.database) findings.push(...compareUnitHeads(inDatabase, sources.file));
  const joints = sources.database?.joints ?? sources.file.joints;
  findings.push(...checkJoints(sources, joints, sources.database ? inDatabase : sources.file.heads, keys));
  return { byUnit: byUnit([...good.values()]), count: good.size, joints: joints.length, findings };
}

function byUnit(heads: readonly UnitHead[]): Map<string, UnitHead[]> {
  const sorted = [...heads].sort((a, b) => a.head.size - b.head.size);
  return Map.groupBy(sorted, ({ head }) => head.unit);
}

/** The file's rounds are complete: up to its last joint head, both must hold the same. */
function compareUnitHeads(inDatabase: readonly Head[], file: HeadLines): Finding[] {
  const last = file.joints.at(-1)?.number ?? 0;
  const key = (head: Head): string => `${head.unit} ${head.size} ${head.signature} ${head.root}`;
  const kept = new Set(inDatabase.map(key));
  const written = new Set(file.heads.map(key));
  const note = (head: Head): Partial<Finding> => ({ at: head.at, note: String(head.size) });
  return [
    ...file.heads
      .filter((head) => head.joint <= last && !kept.has(key(head)))
      .map((head) => aFinding('head-removed', head.unit, note(head))),
    ...inDatabase
      .filter((head) => head.joint <= last && !written.has(key(head)))
      .map((head) => aFinding('head-added', head.unit, note(head))),
  ];
}

function checkJoints(
  sources: HeadSources,
  joints: readonly JointHead[],
  heads: readonly Head[],
  keys: Keys,
): Finding[] {
  const findings: Finding[] = [];
  const about = (joint: JointHead, source: string): Partial<Finding> => ({
    at: joint.at,
    note: `#${joint.number} (${source})`,
  });
  const forged = (joint: JointHead): boolean => !keys.signed(textOfJointHead(joint), joint.signature);
  const rounds = Map.groupBy(heads, (head) => head.joint);
  const tree = new JointTree();
  const own = sources.database ? 'log_joint_head' : names.file;
  let wrong = false;
  joints.forEach((joint, i) => {
    const round = [...(rounds.get(joint.number) ?? [])].sort((a, b) => a.size - b.size);
    for (const head of round) tree.set(head.unit, leafOfHead(head));
    if (forged(joint)) findings.push(aFinding('head-forged', null, about(joint, own)));
    else if (!wrong && (joint.number !== i + 1 || tree.root() !== joint.root || tree.units !== joint.units)) {
      wrong = true;
      findings.push(aFinding('head-mismatch', null, about(joint, own)));
    }
  });
  const known = new Map(joints.map((joint) => [joint.number, joint]));
  for (const [source, others] of [
    [names.file, sources.file.joints],
    [names.witness, sources.witness.joints],
  ] as const) {
    for (const joint of others) {
      const ours = known.get(joint.number);
      if (ours?.signature === joint.signature && ours.root === joint.root) continue;
      findings.push(aFinding(forged(joint) ? 'head-forged' : 'head-removed', null, about(joint, source)));
    }
  }
  return findings;
}
