import { defineConfig } from 'vite';

const entries = {
  main: 'electron/main.ts',
  'render-worker': 'electron/printing/render-worker.ts',
  'excel-worker': 'electron/excel/excel-worker.ts',
  'reading-worker': 'electron/reading/reading-worker.ts',
  'fold-worker': 'electron/register/fold-worker.ts',
  'damage-worker': 'electron/register/damage/damage-worker.ts',
  'backup-worker': 'electron/backup/backup-worker.ts',
};

// Electron's main process and the workers that draw PDFs and make workbooks. Bundled, because reading one file starts faster than
// reading hundreds; what finds files beside itself, or is not JavaScript, stays in node_modules.
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'pdfmake', 'tinypool'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/main',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: entries,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
