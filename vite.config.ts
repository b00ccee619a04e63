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
    // The counter's windows, the screen for citizens and the page of a damaged register: pages apart, so that the others stay small.
    rolldownOptions: { input: ['renderer/index.html', 'renderer/man-hinh.html', 'renderer/so-hong.html'] },
  },
});
