import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { day } from '#modules/fields.ts';
import { projectDir } from '#server/config.ts';

const byLevel = z.record(z.string(), z.string()).optional();

/** Divisions, posts and duties that communes of an era have by law; `{level}` stands for xã, phường … */
const standardOrganisation = z.strictObject({
  from: day,
  citation: z.string(),
  departments: z.array(z.strictObject({ code: z.string(), name: z.string(), nameByLevel: byLevel })),
  positions: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      titleByLevel: byLevel,
      department: z.string().optional(),
      leader: z.boolean().default(false),
      seats: z.int().default(1),
    }),
  ),
  duties: z.array(z.strictObject({ code: z.string(), name: z.string(), position: z.string() })),
  aliases: z.array(
    z.union([
      z.strictObject({ written: z.string(), duty: z.string() }),
      z.strictObject({ written: z.string(), kind: z.enum(['group', 'external']) }),
    ]),
  ),
});
export type StandardOrganisation = z.infer<typeof standardOrganisation>;

const namedUnit = z.strictObject({ code: z.string(), name: z.string(), shortName: z.string(), level: z.string() });
export type NamedUnit = z.infer<typeof namedUnit>;

const starterCommune = z.strictObject({
  note: z.string(),
  from: day,
  citation: z.string(),
  unit: namedUnit,
  district: namedUnit,
  province: namedUnit,
  people: z.array(z.strictObject({ name: z.string(), email: z.string(), positions: z.array(z.string()) })),
  receptionPoints: z.array(
    z.strictObject({ code: z.string(), name: z.string(), address: z.string(), hours: z.string() }),
  ),
  recipients: z.array(z.strictObject({ purpose: z.string(), name: z.string(), of: z.enum(['district', 'province']) })),
});
export type StarterCommune = z.infer<typeof starterCommune>;

const folder = join(projectDir, 'starter');

async function read<T extends z.ZodType>(schema: T, ...path: string[]): Promise<z.infer<T>> {
  return schema.parse(JSON.parse(await readFile(join(folder, ...path), 'utf8')));
}

/** The standard organisation in force on a day: three tiers to 30/06/2025, two tiers since. */
export async function readStandardOrganisation(on: string): Promise<StandardOrganisation> {
  const since = await read(standardOrganisation, 'organisation', 'commune-since-2025.json');
  return on >= since.from ? since : await read(standardOrganisation, 'organisation', 'commune-to-2025.json');
}

/** Xã Hoằng Tiến as the demonstration begins with it. */
export async function readHoangTien(): Promise<StarterCommune> {
  return await read(starterCommune, 'hoang-tien', 'organisation.json');
}
