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
}

export type SettingKey = keyof Settings;

/** The values of a unit that never set anything. */
export const defaultSettings: Settings = {
  'mail.enabled': true,
  'mail.sender-name': '',
  'mail.reply-to': '',
  'office.contact': { address: '', phone: '', email: '' },
  'public.plan': true,
};

export const settingKeys = Object.keys(defaultSettings) as readonly SettingKey[];

/** The contact as one line; undefined when nothing of it was set. */
export function findContactLine(contact: OfficeContact): string | undefined {
  const parts = [contact.address, contact.phone && `điện thoại ${contact.phone}`, contact.email].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : undefined;
}
