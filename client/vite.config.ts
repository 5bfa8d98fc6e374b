import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const client = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

// Whoever builds (a test run says NODE_ENV=test): the page is what is served, never React's development build.
process.env['NODE_ENV'] = 'production';

/** The page, built into dist/client: files only, no inline script or style, so that it runs under a strict CSP. */
export default defineConfig({
  root: client,
  plugins: [react()],
  publicDir: false,
  css: {
    preprocessorOptions: { scss: { loadPaths: [root], quietDeps: true } },
    // GOV.UK's service navigation holds an old media query that the CSS minifier would stop at.
    lightningcss: { errorRecovery: true },
  },
  build: {
    outDir: `${root}dist/client`,
    emptyOutDir: true,
    // A file inlined as a data: address would need a wider CSP than a file of our own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
});
