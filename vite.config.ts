import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

/**
 * The chunks of the first screen are asked for by the page itself, with all they need, not only after the entry ran: on
 * a weak line each step of such a chain is a round trip.
 */
function preloadWithPage(module: string): Plugin {
  return {
    name: 'preload-with-page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const files = new Set<string>();
        const css = new Set<string>();
        const add = (chunk: (typeof chunks)[number] | undefined) => {
          if (!chunk || chunk.isEntry || files.has(chunk.fileName)) return;
          files.add(chunk.fileName);
          for (const file of chunk.viteMetadata?.importedCss ?? []) css.add(file);
          for (const name of chunk.imports) add(chunks.find((one) => one.fileName === name));
        };
        add(chunks.find((chunk) => chunk.moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(module))));
        const links = [
          ...[...files].map((file) => ({ rel: 'modulepreload', crossorigin: true, href: `/${file}` })),
          ...[...css].map((file) => ({ rel: 'preload', as: 'style', crossorigin: true, href: `/${file}` })),
        ];
        return links
          .filter((attrs) => !html.includes(attrs.href))
          .map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' as const }));
      },
    },
  };
}

export default defineConfig({
  root: pathOf('src/web'),
  base: '/',
  plugins: [react(), preloadWithPage('src/modules/work/web/overview/overview-page.tsx')],
  resolve: { alias: [{ find: /^zod$/, replacement: pathOf('src/web/contract-schemas.ts') }] },
  build: {
    outDir: '../../dist/web',
    // Files of earlier builds stay for tabs that are still open; scripts/build-web.ts removes them after some days.
    emptyOutDir: false,
    // Chrome 109 is the last that runs on the Windows 7 and 8.1 machines of many communes.
    target: ['chrome109', 'firefox115', 'safari16'],
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ }],
        },
      },
    },
  },
});
