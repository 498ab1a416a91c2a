import './shell/fonts.css';
import './shell/mantine.css';
import './shell/shell.css';
import './ui/kit.css';
import { createRoot } from 'react-dom/client';
import { webModules } from '#modules/index.web.ts';
import { App } from './shell/app.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App modules={webModules} />);
