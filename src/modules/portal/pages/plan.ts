import { html } from 'hono/html';
import { foldWords } from '#kernel/fold.ts';
import type { PublishedContent, PublishedTask } from '#modules/plan/queries.ts';
import type { Progress } from '#modules/work/queries.ts';
import type { Html } from '#server/pages/layout.ts';
import { decisionWords } from './home.ts';
import { progressTable } from './progress.ts';

type Field = PublishedContent['fields'][number];

const mostFound = 50;

/** A plan for everybody: its targets, and its tasks by field; or what was searched for. */
export function planPage(plan: PublishedContent, base: string, words: string, progress: Progress | undefined): Html {
  const href = `${base}/ke-hoach/${plan.year}`;
  return html`<h1>${plan.title}</h1><p>${plan.issuer}. ${decisionWords(plan)}</p>
<form action="${href}" method="get" role="search"><div class="field"><label for="tim">Tìm trong kế hoạch</label><span class="hint">Gõ có dấu hoặc không dấu</span><input type="search" id="tim" name="tim" value="${words}" maxlength="200"></div><button>Tìm</button></form>
${words ? found(plan, words, href) : html`${progress ? progressTable(plan, progress, href) : ''}${overview(plan, href)}`}`;
}

function overview(plan: PublishedContent, href: string): Html {
  const ours = plan.targets.filter((target) => target.ours);
  return html`${ours.length > 0 ? html`<h2>Chỉ tiêu</h2><ul>${ours.map((target) => html`<li>${target.text}</li>`)}</ul>` : ''}
<h2>Nhiệm vụ theo lĩnh vực</h2><ul class="people">${plan.fields.map((field) => html`<li><a class="button plain full" href="${href}/${field.code}">${field.name}: ${field.tasks.length} nhiệm vụ</a></li>`)}</ul>`;
}

function found(plan: PublishedContent, words: string, href: string): Html {
  const wanted = foldWords(words);
  const all = plan.fields.flatMap((field) => field.tasks).filter((task) => foldWords(wordsOf(task)).includes(wanted));
  const shown = all.slice(0, mostFound);
  return html`<h2>${all.length === 0 ? 'Không tìm thấy nhiệm vụ nào' : `Tìm thấy ${all.length} nhiệm vụ`} cho “${words}”</h2>
${all.length === 0 ? html`<p>Mời Ông/Bà thử từ ngắn hơn, hoặc <a href="${href}">xem toàn bộ kế hoạch</a>.</p>` : ''}${shown.map(taskOf)}${all.length > shown.length ? html`<p>Còn ${all.length - shown.length} nhiệm vụ nữa; xin gõ thêm từ để thu hẹp.</p>` : ''}`;
}

function wordsOf(task: PublishedTask): string {
  return [task.content, ...task.outputs, ...task.leads, ...task.coordinators, ...task.dues].join(' ');
}

/** The tasks of one field. */
export function fieldPage(plan: PublishedContent, field: Field, base: string): Html {
  return html`<p><a href="${base}/ke-hoach/${plan.year}">← ${plan.title}</a></p><h1>${field.name}</h1>${field.tasks.map(taskOf)}`;
}

function taskOf(task: PublishedTask): Html {
  const line = (label: string, values: readonly string[]) =>
    values.length > 0 ? html`<dt>${label}</dt><dd>${values.join('; ')}</dd>` : '';
  return html`<article class="task"><h2>${task.place}. ${task.content}</h2>${task.ours ? '' : html`<p><span class="mark">Việc của cấp trên</span></p>`}
<dl>${line('Sản phẩm', task.outputs)}${line('Chủ trì', task.leads)}${line('Phối hợp', task.coordinators)}${line('Thời hạn', task.dues.length > 0 ? task.dues : ['chưa nêu trong kế hoạch'])}</dl></article>`;
}
