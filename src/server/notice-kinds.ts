/** The record a notice is about; its screen is where the notice leads. */
export interface NoticeRecord {
  readonly type: string;
  readonly id: string;
}

export type NoticeParams = Readonly<Record<string, string | number>>;

/** The words of one kind of notice and how it goes to people who chose nothing. */
export interface NoticeKind {
  /** What the kind is called where people choose: "Tài khoản bị tạm khóa". */
  readonly label: string;
  /** One line: the heading in the list and the subject of the e-mail. */
  readonly title: (params: NoticeParams) => string;
  /** What happened and what to do next, in whole sentences. */
  readonly text: (params: NoticeParams) => string;
  /** Where it leads below `/lam-viec`; without it the notice is only read. */
  readonly path?: (record: NoticeRecord, params: NoticeParams) => string;
  /** Whether an e-mail is sent to those who chose nothing. */
  readonly email: boolean;
  /** Always in the list on the screen: nobody can switch that off (e.g. security of the account). */
  readonly required?: boolean;
  /** Sent by e-mail in quiet hours too. */
  readonly urgent?: boolean;
}

export type NoticeKinds = Readonly<Record<string, NoticeKind>>;

const known = new Map<string, NoticeKind>();

/** Adds a module's kinds; a kind said twice is a mistake. */
export function addNoticeKinds(kinds: NoticeKinds): void {
  for (const [name, kind] of Object.entries(kinds)) {
    const former = known.get(name);
    if (former && former !== kind) throw new Error(`two modules give the notice ${name}`);
    known.set(name, kind);
  }
}

/** The words of a kind; undefined when no module gives it (any longer). */
export function findNoticeKind(name: string): NoticeKind | undefined {
  return known.get(name);
}

/** Every kind with its words, in the order the modules stand in. */
export function allNoticeKinds(): readonly (readonly [string, NoticeKind])[] {
  return [...known];
}
