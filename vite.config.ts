import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

/**
 * Almost every first screen is a list: its chunk is asked for by the page itself, not only after the entry ran,
 * which saves one round trip on a weak line.
 */
function preloadWithPage(module: string): Plugin {
  return {
    name: 'preload-with-page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const wanted = chunks.find((chunk) => chunk.moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(module)));
        if (!wanted || wanted.isEntry) return [];
        const css = [...(wanted.viteMetadata?.importedCss ?? [])];
        const links = [
          ...[wanted.fileName, ...wanted.imports].map((file) => ({
            rel: 'modulepreload',
            crossorigin: true,
            href: `/${file}`,
          })),
          ...css.map((file) => ({ rel: 'preload', as: 'style', crossorigin: true, href: `/${file}` })),
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
  plugins: [react(), preloadWithPage('src/web/ui/table/data-table.tsx')],
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
