import { IconPaperclip } from '@tabler/icons-react';
import type { WebModule } from '#web/module.ts';

/** Screens of evidence; `EvidencePicker`, `EvidenceViewer` and `EvidenceCard` beside are for screens of other modules. */
export const evidenceWeb: WebModule = {
  name: 'evidence',
  nav: [{ label: 'Minh chứng', path: '/minh-chung', icon: IconPaperclip, permission: 'evidence.add', order: 30 }],
  routes: [
    { path: '/minh-chung', load: () => import('./list-page.tsx') },
    { path: '/minh-chung/:evidenceId', load: () => import('./evidence-page.tsx') },
  ],
};
