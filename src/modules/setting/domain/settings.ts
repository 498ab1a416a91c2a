import type { PlainDate } from '#kernel/plain-date.ts';

/** An electronic identification code (mã định danh điện tử) and the first day on which the unit bears it. */
export interface AgencyCodeSetting {
  readonly from: PlainDate;
  readonly code: string;
}

/** What a unit may be reached at, shown on public pages and below e-mails. */
export interface OfficeContact {
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

/** Every setting of a unit with the form of its value; a key that is not here does not exist. */
export interface Settings {
  /** Whether the unit sends e-mails at all. */
  readonly 'mail.enabled': boolean;
  /** Name e-mails come from; empty: the name of the unit. */
  readonly 'mail.sender-name': string;
  /** Address that answers to e-mails go to; empty: none is named. */
  readonly 'mail.reply-to': string;
  readonly 'office.contact': OfficeContact;
  /** Whether citizens may read the issued plan on the public page. */
  readonly 'public.plan': boolean;
  /** Whether the public page tells how far the published plan has come. */
  readonly 'public.progress': boolean;
  /** Calendar days before its day from which an output counts as due soon. */
  readonly 'work.soon-days': number;
  /** Office hour (0–23) from which reminders of a day go out by e-mail. */
  readonly 'reminder.hour': number;
  /** Calendar days after its day from which a late output is told to the leaders. */
  readonly 'reminder.escalate-after-days': number;
  /** Codes the unit bears in the codes of dossiers, each from its day on; empty: none is known yet. */
  readonly 'dossier.agency-codes': readonly AgencyCodeSetting[];
}

export type SettingKey = keyof Settings;

/** The values of a unit that never set anything. */
export const defaultSettings: Settings = {
  'mail.enabled': true,
  'mail.sender-name': '',
  'mail.reply-to': '',
  'office.contact': { address: '', phone: '', email: '' },
  'public.plan': true,
  'public.progress': true,
  'work.soon-days': 7,
  'reminder.hour': 7,
  'reminder.escalate-after-days': 3,
  'dossier.agency-codes': [],
};

export const settingKeys = Object.keys(defaultSettings) as readonly SettingKey[];

/** The contact as one line; undefined when nothing of it was set. */
export function findContactLine(contact: OfficeContact): string | undefined {
  const parts = [contact.address, contact.phone && `điện thoại ${contact.phone}`, contact.email].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : undefined;
}
