import type { SourceDocument } from '../source-document.ts';
import { appendicesOf } from './appendices.ts';
import { appendixFields, narrativeFields } from './assignment-fields.ts';
import { bodyPartsOf } from './body-parts.ts';
import { classifyRest } from './classify-rest.ts';
import { fundingOf } from './funding.ts';
import { decisionOf, issuerLevelAndName, yearOf } from './identity.ts';
import { letterheadOf } from './letterhead.ts';
import { narrativeOf } from './narrative.ts';
import { outlineOf } from './outline.ts';
import { isTwoTier, parentUnitsOf } from './parent-units.ts';
import { PlaceRecorder } from './place-recorder.ts';
import type { PlanReading, ReadTarget } from './plan-reading.ts';
import { purposesOf } from './purposes.ts';
import { readingLines } from './reading-line.ts';
import { reportsOf, reportsOfText } from './recurring-reports.ts';
import { organisationOf } from './responsibilities.ts';
import { objectivesOf, type PlacedTarget } from './targets.ts';

/**
 * Reads a plan from its document: who issues it, what it aims at, who does what by when. Pure and deterministic: the
 * same document gives the same reading, whichever Unicode form it has. Every line of it is in `places`, `furniture` or
 * `unread`. Never throws for whatever text a document holds.
 */
export function readPlan(document: SourceDocument): PlanReading {
  const lines = readingLines(document);
  const inTables = new Set(
    document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells.flatMap((cell) => cell.lines) : [])),
  );
  const head = letterheadOf(lines, inTables);
  const bodyLines = new Map(lines.slice(head.bodyFrom).map((line) => [line.id, line]));
  const body = bodyPartsOf(document, bodyLines);
  const tables = appendicesOf(body.parts, bodyLines);
  const roots = outlineOf(tables.paragraphs);
  const chapters = roots.filter((node) => node.depth < 9);
  const preamble = roots.filter((node) => node.depth === 9).map((node) => node.paragraph);

  const places = new PlaceRecorder();
  const issuer = issuerLevelAndName(
    head,
    preamble.map(({ text }) => text),
  );
  const year = yearOf(head);
  const narrative = narrativeOf(chapters);
  const rows = tables.appendices.flatMap((appendix) =>
    appendix.tasks.map((task) => ({
      place: `PL${appendix.number}/${task.group ? `${task.group.no}.` : ''}${task.no}`,
      text: task.content.text,
    })),
  );
  const objectives = objectivesOf(chapters, narrative, rows, tables.targetTables);
  const organisation = organisationOf(chapters, tables.dutyTables);
  const reports = [
    ...organisation.responsibilities.flatMap(reportsOf),
    ...organisation.general.flatMap(({ text, section }) => reportsOfText(text, '', section)),
  ];

  const reading = {
    title: places.text('/title', head.title),
    year,
    issuer: places.text('/issuer', { text: issuer.name, lines: head.issuer.lines }),
    issuerLevel: issuer.level,
    decision: decisionOf(head, places),
    ...parentUnitsOf(lines, issuer.name),
    ...(isTwoTier(lines, year, issuer.level) && { twoTier: true }),
    purposes: places.texts('/purposes', purposesOf(chapters)),
    qualitativeObjectives: places.texts('/qualitativeObjectives', objectives.qualitative),
    funding: places.text('/funding', fundingOf(chapters)),
    targets: objectives.targets.map((target, index) => targetFields(target, index, places)),
    tasksNarrative: narrative.map((task, index) => narrativeFields(task, `/tasksNarrative/${index}`, year, places)),
    appendices: tables.appendices.map((appendix, index) =>
      appendixFields(appendix, `/appendices/${index}`, year, places),
    ),
    responsibilities: organisation.responsibilities.map(({ role, duties }, index) => ({
      role: places.text(`/responsibilities/${index}/role`, role),
      duties: places.texts(`/responsibilities/${index}/duties`, duties),
    })),
    recurringReports: reports.map(({ lines: from, via, frequencyText, dueText, adHoc, ...report }, index) => {
      places.note(`/recurringReports/${index}`, from);
      return {
        ...report,
        ...(via !== undefined && { via }),
        ...(frequencyText !== undefined && { frequencyText }),
        ...(dueText !== undefined && { dueText }),
        ...(adHoc && { adHoc }),
      };
    }),
  };
  const rest = classifyRest({ lines, head, body, tables, roots, closing: organisation.closing, used: places.places });
  return { ...reading, places: places.places, ...rest };
}

function targetFields(target: PlacedTarget, index: number, places: PlaceRecorder): ReadTarget {
  places.note(`/targets/${index}`, target.lines);
  const { section, measure, operator, valuePercent, text, alsoIn, duplicateOf, aspiration, reduction, baseline } =
    target;
  return {
    id: targetId(index),
    section,
    measure,
    operator,
    valuePercent,
    text,
    ...(alsoIn.length > 0 && { alsoIn }),
    ...(duplicateOf !== undefined && { duplicateOf: targetId(duplicateOf) }),
    ...(aspiration && { aspiration }),
    ...(reduction && { kind: 'reduction' as const }),
    ...(baseline !== undefined && { baseline }),
  };
}

function targetId(index: number): string {
  return `T${String(index + 1).padStart(2, '0')}`;
}
