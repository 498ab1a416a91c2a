import { fold } from '#kernel/fold.ts';
import type { Condition } from '../condition.ts';
import type { Channel, Component, Database, ProcedureCase, Question } from '../procedure-content.ts';
import type { PortalComponent } from './portal-entry.ts';

const yes = 'co';
const yesNo = [
  { code: yes, name: 'Có' },
  { code: 'khong', name: 'Không' },
];
const authorised: Question = {
  code: 'uy-quyen',
  text: 'Người nộp hồ sơ có phải là người được ủy quyền không?',
  options: yesNo,
};

/** What the heading over papers says: a case, that somebody acts for another, a channel, or only a title. */
type Heading = 'case' | 'authorised' | 'online' | 'title';

interface Read {
  readonly components: Component[];
  readonly cases: ProcedureCase[];
  readonly questions: Question[];
}

/**
 * The papers of a procedure with the cases and questions their wording names: headings ("Trường hợp …") of two kinds or
 * more are cases, one alone is a question; papers "trong trường hợp ủy quyền" depend on one question. A question not
 * answered leaves its papers on the list.
 */
export function componentsOf(given: readonly PortalComponent[]): Read {
  const headings = [...new Set(given.flatMap(({ case: heading }) => (heading ? [heading] : [])))];
  const ofCases = headings.filter((heading) => kindOf(heading) === 'case');
  const cases = ofCases.length > 1 ? ofCases.map((name, index) => ({ code: `th-${index + 1}`, name: bare(name) })) : [];
  const questions: Question[] = [];
  const only = ofCases.length === 1 ? ofCases[0] : undefined;
  const ask = (question: Question): Condition => {
    if (!questions.some((one) => one.code === question.code)) questions.push(question);
    return { match: 'all', clauses: [{ question: question.code, operator: 'is', values: [yes] }] };
  };
  const components = given.map((one, index): Component => {
    const heading = one.case ?? null;
    const kind = heading === null ? undefined : kindOf(heading);
    const place = heading === null ? -1 : ofCases.indexOf(heading);
    return {
      code: `tp-${index + 1}`,
      name: one.name.trim(),
      originals: isOdd(one) ? 1 : one.originals,
      copies: one.copies,
      required: one.required,
      presentOnly: one.mode === 'present',
      hasForm: one.hasForm ?? isForm(one.name),
      replaceableBy: replacedBy(one.name),
      channels: kind === 'online' ? ['online'] : channelsOf(one.channelOnly),
      case: cases[place]?.code ?? null,
      group: heading,
      condition: conditionOf(one, kind, index),
    };
  });
  return { components, cases, questions };

  function conditionOf(one: PortalComponent, kind: Heading | undefined, index: number): Condition | null {
    if (kind === 'authorised' || (!one.required && isAuthorised(one.name))) return ask(authorised);
    if (one.case !== undefined && one.case === only) {
      return ask({ code: 'truong-hop', text: `Hồ sơ có thuộc diện sau không: ${bare(one.case)}?`, options: yesNo });
    }
    const [, what] = one.required ? [] : (/^(?:Trong )?[Tt]rường hợp (.{5,110}?)(?: thì | phải )/.exec(one.name) ?? []);
    return what === undefined
      ? null
      : ask({ code: `hoi-${index + 1}`, text: `Có thuộc trường hợp ${what} không?`, options: yesNo });
  }
}

/** A count of originals that can only be a misread number, e.g. of a form or a year. */
export function isOdd(one: PortalComponent): boolean {
  return one.originals > 20;
}

function kindOf(heading: string): Heading {
  const folded = fold(bare(heading));
  if (isAuthorised(heading)) return 'authorised';
  if (folded.endsWith('tren moi truong dien tu')) return 'online';
  const isTitle = /^(thanh phan ho so($| co quan)|nguoi yeu cau|giay to|ban sao|ho so (cua|nguoi|to chuc|gom))/.test(
    folded,
  );
  return isTitle ? 'title' : 'case';
}

function isAuthorised(text: string): boolean {
  return /(truong hop |van ban |giay |theo )uy quyen/.test(fold(text));
}

/** Without the number before it and the colon after it. */
function bare(heading: string): string {
  return heading
    .replace(/^(\(?[\da-zđivx.]{1,4}[.)]\)?\s*)/i, '')
    .replace(/[,:;]?\s*(gồm|bao gồm|thì cần có)?\s*:?$/, '')
    .trim();
}

function channelsOf(only: string | undefined): readonly Channel[] | null {
  if (only === undefined) return null;
  const known = (['counter', 'online', 'postal'] as const).filter((channel) => only.split('/').includes(channel));
  return known.length > 0 ? known : null;
}

function isForm(name: string): boolean {
  return /^(to khai|mau |don |phieu |giay de nghi)/.test(fold(name));
}

const replaced: readonly (readonly [RegExp, Database])[] = [
  [/^(ho chieu\/)?(the |giay chung nhan )?(can cuoc|cmnd|cccd|chung minh nhan dan)/, 'population'],
  [/^giay to (co gia tri )?chung minh thong tin ve cu tru/, 'population'],
  [
    /^(ban sao )?(giay khai sinh|giay chung nhan ket hon|trich luc|giay chung tu|giay xac nhan tinh trang hon nhan)/,
    'civil-status',
  ],
  [/^(ban sao )?(the bao hiem y te|so bao hiem xa hoi)/, 'insurance'],
  [/^(ban sao )?giay phep lai xe/, 'driving-licence'],
  [/^(ban sao )?giay chung nhan dang ky (ho kinh doanh|kinh doanh|doanh nghiep|hop tac xa)/, 'business'],
  [/^(ban sao )?giay (chung nhan )?dang ky xe/, 'vehicle'],
  [/^(ban sao )?giay chung nhan quyen su dung dat/, 'land'],
  [/^phieu ly lich tu phap/, 'criminal-record'],
  [/^giay kham suc khoe/, 'health'],
];

/** The database whose data stand instead of a paper, from how the paper's name begins (Resolution 66.7/2025/NQ-CP). */
function replacedBy(name: string): Database | null {
  const folded = fold(name);
  return replaced.find(([begins]) => begins.test(folded))?.[1] ?? null;
}
