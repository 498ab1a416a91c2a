import { html } from 'hono/html';
import { alertBox, type Html } from '#server/pages/layout.ts';
import type { DemoPerson } from '../queries.ts';

export interface SignInForm {
  /** Where to go after signing in. */
  readonly next: string;
  /** Names this form, so that sending it twice is one try. */
  readonly key: string;
  readonly username?: string;
  readonly message?: string;
  readonly notice?: string;
  /** People of the demo; undefined outside of a demo. */
  readonly demoPeople?: readonly DemoPerson[] | undefined;
}

/** Name and password; in a demo, its people by one click. */
export function signInPage({ next, key, username = '', message, notice, demoPeople }: SignInForm): Html {
  return html`<h1>Đăng nhập</h1>
${notice ? alertBox(notice, 'good') : ''}${message ? alertBox(message) : ''}
<form method="post" action="/dang-nhap">
<input type="hidden" name="tiep" value="${next}"><input type="hidden" name="khoa" value="${key}">
<div class="field"><label for="ten">Tên đăng nhập</label>
<input type="text" id="ten" name="ten" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="100" ${message ? html`aria-invalid="true"` : ''} ${username ? '' : html`autofocus`}></div>
<div class="field"><label for="mat-khau">Mật khẩu</label>
<input type="password" id="mat-khau" name="mat_khau" autocomplete="current-password" required maxlength="200" ${message ? html`aria-invalid="true"` : ''} ${username ? html`autofocus` : ''}></div>
<button class="full">Đăng nhập</button></form>
<p class="dim" style="margin-top:1rem">Quên mật khẩu hoặc chưa có tài khoản: liên hệ người quản trị của đơn vị.</p>
${demoPeople ? demoSection(demoPeople, next) : ''}`;
}

function demoSection(people: readonly DemoPerson[], next: string): Html {
  return html`<section class="demo" aria-labelledby="trinh-dien"><h2 id="trinh-dien">Tài khoản trình diễn <span class="mark">Bản trình diễn</span></h2>
<p class="dim">Những người dưới đây đều là giả định. Bấm vào một người để vào thẳng với vai trò của người đó.</p>
${people.length === 0 ? html`<p>Chưa có tài khoản trình diễn nào.</p>` : ''}
<form method="post" action="/dang-nhap/trinh-dien"><input type="hidden" name="tiep" value="${next}">
<ul class="people">${people.map((person) => html`<li><button name="ai" value="${person.id}"><b>${person.name}</b>${person.title}</button></li>`)}</ul></form></section>`;
}

/** The second step: the code on the phone, or a backup code. */
export function secondStepPage(next: string, message?: string): Html {
  return html`<h1>Nhập mã xác thực</h1>
${message ? alertBox(message) : ''}
<form method="post" action="/dang-nhap/xac-thuc"><input type="hidden" name="tiep" value="${next}">
<div class="field"><label for="ma">Mã 6 chữ số trong ứng dụng xác thực trên điện thoại</label>
<input class="code" type="text" id="ma" name="ma" inputmode="numeric" autocomplete="one-time-code" required maxlength="20" autofocus ${message ? html`aria-invalid="true"` : ''}></div>
<button class="full">Tiếp tục</button></form>
<details style="margin-top:1.5rem"><summary>Không có điện thoại ở đây</summary>
<form method="post" action="/dang-nhap/xac-thuc" style="margin-top:1rem"><input type="hidden" name="tiep" value="${next}">
<div class="field"><label for="du-phong">Một mã dự phòng chưa dùng</label><span class="hint">Ví dụ: aB3dE-9fGh2</span>
<input type="text" id="du-phong" name="du_phong" autocomplete="off" autocapitalize="none" spellcheck="false" required maxlength="40"></div>
<button class="full plain">Dùng mã dự phòng</button></form></details>
<p style="margin-top:1.5rem"><a href="/dang-nhap">Đăng nhập lại từ đầu</a></p>`;
}

export interface PasswordForm {
  readonly next: string;
  readonly key: string;
  /** The account may do nothing else before. */
  readonly forced: boolean;
  readonly username: string;
  readonly message?: string;
}

/** A new password. */
export function passwordPage({ next, key, forced, username, message }: PasswordForm): Html {
  return html`<h1>Đổi mật khẩu</h1>
${forced ? html`<p>Mật khẩu đang dùng là mật khẩu tạm. Xin đặt mật khẩu của riêng mình trước khi làm việc.</p>` : ''}
${message ? alertBox(message) : ''}
<form method="post" action="/doi-mat-khau"><input type="hidden" name="tiep" value="${next}"><input type="hidden" name="khoa" value="${key}">
<input type="text" name="ten" value="${username}" autocomplete="username" readonly hidden>
<div class="field"><label for="cu">Mật khẩu đang dùng</label><input type="password" id="cu" name="cu" autocomplete="current-password" required maxlength="200" autofocus></div>
<div class="field"><label for="moi">Mật khẩu mới</label><span class="hint" id="luat">Ít nhất 10 ký tự, không chứa tên đăng nhập. Một câu ngắn dễ nhớ là tốt nhất.</span>
<input type="password" id="moi" name="moi" autocomplete="new-password" aria-describedby="luat" required minlength="10" maxlength="128"></div>
<div class="field"><label for="lai">Nhập lại mật khẩu mới</label><input type="password" id="lai" name="lai" autocomplete="new-password" required maxlength="128"></div>
<button class="full">Đổi mật khẩu</button></form>`;
}

/** Signing out is a form, so that no link or prefetch can do it. */
export function signOutPage(name: string): Html {
  return html`<h1>Đăng xuất</h1><p>Đang đăng nhập với tên <b>${name}</b>.</p>
<form method="post" action="/dang-xuat"><button class="full">Đăng xuất</button></form>
<p style="margin-top:1.5rem"><a href="/lam-viec">Ở lại làm việc</a></p>`;
}
