import { html } from 'hono/html';
import { findContactLine, type Settings } from '#modules/setting/domain/settings.ts';
import type { Letter } from '#server/mail.ts';
import { letterWords } from '../text.ts';
import { wordsOfNotice } from '../words-of-notice.ts';
import type { Outgoing } from './outgoing.ts';

/** In whose name letters go out. */
export interface MailSource {
  /** As the unit calls itself, e.g. "UBND xã Hoằng Tiến". */
  readonly office: string;
  readonly settings: Settings;
  /** `Name <address>` of the installation; the name gives way to that of the unit. */
  readonly mailFrom: string;
  /** Address of the site, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * The letter of a delivery. Its Message-ID is made from the id of the delivery, so that every attempt carries the same
 * one and a mailbox can tell a repeat from a new letter.
 */
export function letterOf(outgoing: Outgoing, to: string, source: MailSource): Letter {
  const { title, text, path } = wordsOfNotice(outgoing.kind, outgoing.params, outgoing.record);
  const { settings, office, publicUrl } = source;
  const link = path === null ? undefined : `${publicUrl}/lam-viec${path}`;
  const contact = findContactLine(settings['office.contact']);
  const footer = [letterWords.why(office), ...(contact === undefined ? [] : [letterWords.contact(contact)])];
  return {
    messageId: `${outgoing.id}@${new URL(publicUrl).hostname}`,
    from: { name: settings['mail.sender-name'] || office, address: addressOf(source.mailFrom) },
    replyTo: settings['mail.reply-to'] || undefined,
    to: { name: outgoing.name, address: to },
    subject: title,
    text: [text, ...(link === undefined ? [] : ['', `${letterWords.open}: ${link}`]), '', '-- ', ...footer].join('\n'),
    html: String(html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head>
<body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #1a1a1a">
<h1 style="font-size: 20px">${title}</h1>
<p style="white-space: pre-line">${text}</p>
${link === undefined ? '' : html`<p><a href="${link}">${letterWords.open}</a></p>`}
<hr style="border: 0; border-top: 1px solid #c4c4c4">
${footer.map((line) => html`<p style="font-size: 14px; color: #555555; margin: 4px 0">${line}</p>`)}
</body></html>`),
  };
}

function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
