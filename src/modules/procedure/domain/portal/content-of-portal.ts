import type { Exemption, FeeBasis, FeeRule, OnlineLevel, ProcedureContent, ResultKind } from '../procedure-content.ts';
import { codeOf } from './code-of.ts';
import { componentsOf, isOdd } from './components-of.ts';
import type { PortalEntry } from './portal-entry.ts';
import { termsOf } from './terms-of.ts';

const levels: Readonly<Record<string, OnlineLevel>> = {
  offline: 'offline',
  onlineUnspecified: 'unspecified',
  motPhan: 'partial',
  toanTrinh: 'full',
};

const checkable = ['code', 'name', 'timeLimit', 'fees', 'components', 'results', 'channels', 'onlineLevel'];

/**
 * The content of a version from a procedure as the national portal gives it. What the portal does not say is not made up:
 * a number without its unit stays one, an amount the province's council sets stays empty, and fields nobody has checked
 * are named. Cases, questions and databases that replace a paper are read from the wording of its papers.
 */
export function contentOfPortal(entry: PortalEntry): ProcedureContent {
  const { terms, cases: termCases } = termsOf(entry);
  const { components, cases, questions } = componentsOf(entry.components);
  const channels = entry.channels ?? (entry.onlineLevel === 'offline' ? ['counter'] : ['counter', 'online']);
  return {
    name: entry.name.trim(),
    field: entry.field.trim(),
    level: entry.level.trim(),
    decision: entry.publishedDecision ?? null,
    channels,
    onlineLevel: levels[entry.onlineLevel] ?? 'unspecified',
    isLinked: entry.lienThong,
    cases: [...cases, ...termCases],
    terms,
    fees: feesOf(entry.fees),
    components,
    results: resultsOf(entry),
    questions,
    localCode: codeOf(entry.code, entry.name).localCode,
    source: entry.source,
    verified: entry.verified,
    unverifiedFields: unverifiedOf(entry),
    note: noteOf(entry),
  };
}

function noteOf({ componentsTruncated, components }: PortalEntry): string | null {
  const notes = [
    componentsTruncated
      ? `Nguồn có ${componentsTruncated} giấy tờ; ở đây chỉ có ${components.length} giấy tờ đầu. Xin bổ sung phần còn lại.`
      : undefined,
    components.some(isOdd)
      ? 'Nguồn ghi số bản chính không hợp lý ở một số giấy tờ; tạm để 1 bản, xin đối chiếu.'
      : undefined,
  ].filter((one) => one !== undefined);
  return notes.length > 0 ? notes.join(' ') : null;
}

function unverifiedOf({ verifiedFields, unverifiedFields, verified, components }: PortalEntry): string[] {
  if (unverifiedFields && unverifiedFields.length > 0) return [...unverifiedFields];
  if (verified && components.some(isOdd)) return ['components'];
  return verified ? [] : checkable.filter((field) => !(verifiedFields ?? []).includes(field));
}

function resultsOf({ result, resultCodes = [] }: PortalEntry): ResultKind[] {
  const name = result?.trim() ?? '';
  const [first = null, ...others] = resultCodes;
  if (name === '') return resultCodes.map((code) => ({ name: `Kết quả mã ${code}`, code }));
  return [{ name, code: first }, ...others.map((code) => ({ name: `Kết quả khác của thủ tục, mã ${code}`, code }))];
}

const bases: Readonly<Record<string, FeeBasis>> = {
  '/trang': 'page',
  '/bản': 'copy',
  '/trường hợp': 'case',
  '/giao dịch': 'case',
  '/văn bản': 'case',
  '/di chúc': 'case',
};

function feesOf(fees: PortalEntry['fees']): FeeRule[] {
  const seen = new Map<string, number>();
  return fees.map(({ name, amountVnd, channel = null, note }) => {
    const nth = (seen.get(channel ?? '') ?? 0) + 1;
    seen.set(channel ?? '', nth);
    const exemptions: Exemption[] = [];
    return {
      code: `phi-${nth}`,
      name: name === 'Phí/lệ phí' ? 'Phí, lệ phí' : name,
      channel,
      case: null,
      amount: amountVnd,
      basis: bases[note ?? ''] ?? 'dossier',
      exemptions,
      legalBasis: null,
      note: note ?? null,
    };
  });
}
