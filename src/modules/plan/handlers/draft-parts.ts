import type { z } from 'zod';
import { foldWords } from '#kernel/fold.ts';
import type { Mount } from '#server/module.ts';
import {
  createTarget,
  readDueText,
  removeTarget,
  setStatements,
  type targetForm,
  updateTarget,
} from '../contract/drafting.ts';
import { describeDueRule } from '../domain/due-rule/describe-due-rule.ts';
import { parseDueText } from '../domain/due-rule/parse-due-text.ts';
import { spanOf } from '../domain/due-rule/span-of.ts';
import { assignPositions } from '../domain/version/order.ts';
import type { ContentStatement, StatementKind } from '../domain/version/plan-content.ts';
import { findTargetPosition } from '../queries/draft-places.ts';
import { saveContent, withIds } from '../store/save-content.ts';
import { draftTouched, getDraftAt } from './draft.ts';
import { getRow, loadDraft, saveDraftRow, withRow } from './draft-rows.ts';

const newKey = 'new';

/** Routes that write the other parts of a draft, and the one that reads due words for a form. */
export function mountDraftParts(mount: Mount): void {
  mount(createTarget, async (ctx, { params, body }) => {
    const draft = await getDraftAt(ctx, params.planId, body.revision);
    const stored = await loadDraft(ctx, draft, ctx.newId());
    const position = await findTargetPosition(ctx.db, draft.at);
    const row = {
      ...{ key: newKey, position, importId: null, path: null, lines: [] },
      ...{ aspiration: false, reduction: false, baseline: null, alsoIn: [] },
      ...targetOf(body.target),
    };
    return saveDraftRow(ctx, draft, 'target', stored, withRow(stored.content, 'target', newKey, row), undefined);
  });

  mount(updateTarget, async (ctx, { params, body }) => {
    const draft = await getDraftAt(ctx, params.planId, body.revision);
    const stored = await loadDraft(ctx, draft, ctx.newId());
    const former = getRow(stored, 'target', params.targetId);
    const row = { ...former, ...targetOf(body.target) };
    return saveDraftRow(ctx, draft, 'target', stored, withRow(stored.content, 'target', former.key, row), former);
  });

  mount(removeTarget, async (ctx, { params, query }) => {
    const draft = await getDraftAt(ctx, params.planId, query.revision);
    const stored = await loadDraft(ctx, draft, ctx.newId());
    const former = getRow(stored, 'target', params.targetId);
    return saveDraftRow(ctx, draft, 'target', stored, withRow(stored.content, 'target', former.key, undefined), former);
  });

  mount(setStatements, async (ctx, { params, body }) => {
    const draft = await getDraftAt(ctx, params.planId, body.revision);
    const stored = await loadDraft(ctx, draft, ctx.newId());
    const before = stored.content.statements;
    const statements = statementsOf(before, params.kind, body.texts);
    const after = withIds({ ...stored.content, statements }, ctx.newId);
    await saveContent(ctx.db, draft.at, stored, after);
    const texts = (rows: readonly ContentStatement[]) =>
      rows.filter((row) => row.kind === params.kind).map((row) => row.content);
    ctx.log({
      action: 'plan.statements-changed',
      record: { type: 'plan', id: params.planId },
      before: { kind: params.kind, texts: texts(before) },
      after: { kind: params.kind, texts: texts(statements) },
    });
    return draftTouched(ctx, draft);
  });

  mount(readDueText, (_ctx, { body }) => ({
    rules: parseDueText(body.text, { year: body.year, outputs: [] }).map((rule) => {
      const span = spanOf(rule, body.year);
      return {
        rule,
        words: describeDueRule(rule),
        from: span.from ?? null,
        to: span.to ?? null,
        frequency: rule.kind === 'periodic' ? [...rule.frequency] : [],
      };
    }),
  }));
}

function targetOf({ text, ...form }: z.output<typeof targetForm>) {
  return { ...form, content: text };
}

const order: readonly StatementKind[] = ['purpose', 'objective', 'funding'];

/** The statements with those of one kind replaced; a text that was there keeps its row. */
function statementsOf(
  before: readonly ContentStatement[],
  kind: StatementKind,
  texts: readonly string[],
): ContentStatement[] {
  const free = before.filter((row) => row.kind === kind);
  const own = texts.map((content, index): ContentStatement => {
    const at = free.findIndex((row) => foldWords(row.content) === foldWords(content));
    const [kept] = at < 0 ? [] : free.splice(at, 1);
    return kept
      ? { ...kept, content }
      : { key: `new/${index}`, position: 0, importId: null, path: null, lines: [], kind, content };
  });
  const rows = order.flatMap((one) => (one === kind ? own : before.filter((row) => row.kind === one)));
  const had = new Map(before.map((row) => [row.key, row.position]));
  const positions = assignPositions(rows.map((row) => had.get(row.key) ?? null));
  return rows.map((row, index) => ({ ...row, position: positions[index] ?? 0 }));
}
