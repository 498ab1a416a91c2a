import { html, raw } from 'hono/html';
import { style } from './style.css.ts';

/** A piece of a page, already escaped. */
export type Html = ReturnType<typeof html>;

export interface PageParts {
  readonly title: string;
  /** Name of the unit whose page it is, e.g. "xã Hoằng Tiến". */
  readonly unitName: string | undefined;
  readonly body: Html;
  /** One question a page: a column as wide as a phone. */
  readonly narrow?: boolean;
  /** Links in the head of the page. */
  readonly nav?: readonly { readonly label: string; readonly href: string }[];
  /** Words at the foot, e.g. how to reach the office. */
  readonly foot?: Html;
  /** Kept out of search engines; pages of the public are not. */
  readonly hidden?: boolean;
}

/** "UBND xã Hoằng Tiến" of a unit's name. */
export function committeeOf(unitName: string): string {
  return /^(UBND|Ủy ban|Uỷ ban|Sở|Phòng)/i.test(unitName) ? unitName : `UBND ${unitName}`;
}

/** A whole server page: head, the unit's name, the body, a foot. Works without JavaScript and without another request. */
export async function page({ title, unitName, body, narrow, nav = [], foot, hidden }: PageParts): Promise<string> {
  const whole = html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}${unitName ? ` · ${committeeOf(unitName)}` : ''}</title>${hidden ? raw('<meta name="robots" content="noindex">') : ''}
<link rel="icon" href="data:,"><style>${raw(style)}</style></head>
<body><a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="top"><div><a class="brand" href="/"><b>${unitName ? committeeOf(unitName) : 'Liền Mạch'}</b><span>Liền Mạch · cải cách hành chính</span></a>
${nav.length > 0 ? html`<nav aria-label="Chính">${nav.map((link) => html`<a href="${link.href}">${link.label}</a>`)}</nav>` : ''}</div></header>
<main id="noi-dung" tabindex="-1"${narrow ? raw(' class="narrow"') : ''}>${body}</main>
${foot ? html`<footer class="foot"><div>${foot}</div></footer>` : ''}</body></html>`;
  return String(await whole);
}

/** What went wrong, or went well, at the head of a form; read out by screen readers. */
export function alertBox(message: string, kind: 'wrong' | 'good' = 'wrong'): Html {
  const wrong = 'M12 2 1 21h22L12 2zm1 15h-2v2h2v-2zm0-7h-2v5h2v-5z';
  const good = 'M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4L9 16.2z';
  return html`<div class="alert ${kind === 'good' ? 'good' : ''}" role="alert"><svg viewBox="0 0 24 24" aria-hidden="true"><path fill-rule="evenodd" d="${kind === 'good' ? good : wrong}"/></svg><p>${message}</p></div>`;
}
