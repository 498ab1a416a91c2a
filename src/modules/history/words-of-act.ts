import type { Id } from '#kernel/brands.ts';
import { type FieldWords, fieldsOf, findActionWords, findRecordWords } from '#server/act-words.ts';
import { textOf } from '#server/errors.ts';
import type { LoggedAct } from '#server/log/read-log.ts';
import type { Act } from './contract.ts';
import { changesOf, type FieldChange } from './domain/changes.ts';
import { writeValue } from './domain/value-text.ts';
import { refusedAction, words } from './text.ts';

/** A logged act in words; `signedSize` is the number of entries under the newest signed head. */
export function wordsOfAct(logged: LoggedAct, signedSize: number): Act {
  const { context, record, index } = logged;
  const reason = typeof context['reason'] === 'string' ? context['reason'] : undefined;
  const isRefusal = logged.action === refusedAction;
  return {
    id: logged.id as Id,
    at: logged.at,
    actorId: logged.actor as Id | null,
    actor: actorOf(logged),
    action: logged.action,
    words: isRefusal ? words.refused(refusalOf(reason)) : predicateOf(logged, reason),
    record: { ...record, name: findRecordWords(record.type)?.name ?? record.type },
    reason: isRefusal ? null : (reason ?? null),
    changes: changesIn(logged),
    erased: logged.erased,
    index,
    signed: index !== null && index < signedSize,
  };
}

function actorOf({ context, erased, actor }: LoggedAct): string {
  if (typeof context['actorName'] === 'string') return context['actorName'];
  return erased && actor !== null ? words.erasedActor : words.system;
}

/** The code of the refusal in words; what the words would be filled with is not in the log. */
function refusalOf(code: string | undefined): string {
  const text = code === undefined ? '' : textOf(code);
  return text.includes('undefined') ? (code ?? '') : text;
}

function predicateOf(logged: LoggedAct, reason: string | undefined): string {
  const known = findActionWords(logged.action);
  if (known === undefined) return words.unknownAct(logged.action);
  if (typeof known === 'string') return known;
  return known({ before: logged.before, after: logged.after, reason, recordId: logged.record.id });
}

/** In the order the module gives its fields in, since stored objects keep none; fields without words come last. */
function changesIn({ action, before, after }: LoggedAct): Act['changes'] {
  const fields = fieldsOf(action);
  const order = Object.keys(fields);
  const placeOf = ({ field }: FieldChange) => (order.includes(field) ? order.indexOf(field) : order.length);
  return changesOf(before ?? undefined, after ?? undefined)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((one) => changeOf(fields[one.field], one));
}

function changeOf(known: FieldWords | undefined, { field, before, after }: FieldChange): Act['changes'][number] {
  const write = (value: unknown): string | null => {
    if (value === undefined) return null;
    return (typeof known === 'object' && value !== null ? known.value(value) : writeValue(value)) ?? null;
  };
  const name = (typeof known === 'object' ? known.name : known) ?? (field === '' ? words.noName : field);
  return { field: name, before: write(before), after: write(after) };
}
