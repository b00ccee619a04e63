import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { checkScript } from './build/check-page.ts';

export default defineConfig({
  root: 'renderer',
  plugins: [react(), checkScript()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    // The counter's windows, the screen for citizens, the pages of a damaged register and of pairing: pages apart, so that the others
    // stay small.
    rolldownOptions: {
      input: ['index', 'man-hinh', 'so-hong', 'ghep'].map((page) => `renderer/${page}.html`),
    },
  },
});
