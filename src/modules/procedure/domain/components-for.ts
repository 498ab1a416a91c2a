import { type Answers, decide } from './condition.ts';
import type { Channel, Component, ProcedureContent } from './procedure-content.ts';

/** A paper asked of one dossier. */
export interface AskedComponent extends Component {
  /** A question that decides whether it is asked has no answer yet; until then it is shown. */
  readonly isOpen: boolean;
}

/**
 * The papers of a dossier by the answers given, the channel and the case, in the order of the catalogue. A paper of
 * another case or channel is left out; one whose condition cannot be decided yet stays, marked open. Without a case,
 * papers of every case are given.
 */
export function componentsFor(
  content: Pick<ProcedureContent, 'components'>,
  answers: Answers,
  channel: Channel,
  caseCode: string | null = null,
): AskedComponent[] {
  return content.components.flatMap((component) => {
    if (component.channels !== null && !component.channels.includes(channel)) return [];
    if (component.case !== null && caseCode !== null && component.case !== caseCode) return [];
    const holds = component.condition === null ? true : decide(component.condition, answers);
    return holds === false ? [] : [{ ...component, isOpen: holds === undefined }];
  });
}
