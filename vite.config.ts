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
    // The counter's windows, and the screen for citizens: two pages, so that the second stays small.
    rolldownOptions: { input: ['renderer/index.html', 'renderer/man-hinh.html'] },
  },
});
