import { parseXml } from './parse-xml.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Names of the parts of a Word file that are read. */
export interface PackageParts {
  readonly document: string;
  readonly numbering: string | undefined;
  readonly styles: string | undefined;
  readonly footnotes: string | undefined;
  readonly endnotes: string | undefined;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter(Boolean);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function relationsOf(zip: ZipArchive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!zip.names.includes(name)) return [];
  const relations: Relation[] = [];
  await parseXml(zip.read(name), {
    open(_, { Type, Target, TargetMode }) {
      if (!Type || !Target || TargetMode === 'External') return;
      relations.push({ type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) });
    },
    close() {},
    text() {},
  });
  return relations;
}

/** Finds the parts by the package's own relations, so that a part under another name is found too. */
export async function findParts(zip: ZipArchive): Promise<PackageParts> {
  const root = await relationsOf(zip, '');
  const document = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'word/document.xml';
  const relations = await relationsOf(zip, document);
  const part = (type: string) => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return zip.names.find((name) => name === target);
  };
  return {
    document,
    numbering: part('numbering'),
    styles: part('styles'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
  };
}
