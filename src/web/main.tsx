import './shell/fonts.css';
import './shell/mantine.css';
import './shell/shell.css';
import './shell/frame.css';
import './ui/kit.css';
import { createRoot } from 'react-dom/client';
import { webModules } from '#modules/index.web.ts';
import { App } from './shell/app.tsx';
import { newQueryClient } from './shell/query-client.ts';
import { newRouter } from './shell/router.tsx';
import { sessionQuery } from './shell/session.ts';

const client = newQueryClient();
// Session and first screen are fetched while React begins.
void client.prefetchQuery(sessionQuery);
const router = newRouter(webModules, client);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App client={client} router={router} />);
