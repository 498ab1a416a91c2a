import type { TestApp } from './app.ts';

/** What came back for a form. */
export interface FormReply {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  readonly cookies: Record<string, string>;
}

export interface Forms {
  /** Sends a form as a browser without scripts does. */
  send(
    path: string,
    fields: Record<string, string>,
    options?: { address?: string; cookie?: string; headers?: Record<string, string> },
  ): Promise<FormReply>;
  signIn(username: string, typed: string, address?: string, more?: Record<string, string>): Promise<FormReply>;
}

let forms = 0;

/** Forms of server pages, sent to the application of a test. */
export function formsOf(t: TestApp): Forms {
  const send: Forms['send'] = async (path, fields, options = {}) => {
    const reply = await t.app.inject({
      method: 'POST',
      url: path,
      remoteAddress: options.address ?? '10.0.0.1',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(options.cookie ? { cookie: options.cookie } : {}),
        ...options.headers,
      },
      payload: new URLSearchParams({ khoa: `form-key-${forms++}`, ...fields }).toString(),
    });
    const location = reply.headers.location as string | undefined;
    const cookies = Object.fromEntries(reply.cookies.map((cookie) => [cookie.name, cookie.value]));
    return { status: reply.statusCode, text: reply.body, location, cookies };
  };
  return {
    send,
    signIn: (username, typed, address, more = {}) =>
      send('/dang-nhap', { ten: username, mat_khau: typed, ...more }, address ? { address } : {}),
  };
}

/** The header `cookie` that a browser would send after this reply. */
export function cookieHeader(reply: FormReply): string {
  return Object.entries(reply.cookies)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
}
