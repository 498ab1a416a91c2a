import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  base: '/',
  plugins: [react()],
  resolve: {
    alias: [{ find: /^zod$/, replacement: fileURLToPath(new URL('src/web/contract-schemas.ts', import.meta.url)) }],
  },
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
