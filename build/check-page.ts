import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** The script of the page for checking slips, whole: it goes into a file that loads nothing. */
export async function buildCheckScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2020',
      lib: {
        entry: fileURLToPath(new URL('../renderer/check-page/main.ts', import.meta.url)),
        formats: ['iife'],
        name: 'checkPage',
      },
    },
  });
  const [first] = [made].flat();
  if (first === undefined || !('output' in first))
    throw new Error('No script of the page for checking was made');
  return first.output[0].code;
}

/** Puts it beside the windows' own files, where the settings fetch it from. */
export function checkScript(): Plugin {
  return {
    name: 'check-script',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'check-page.js', source: await buildCheckScript() });
    },
    configureServer(server) {
      server.middlewares.use('/check-page.js', async (_, reply) => {
        reply.setHeader('Content-Type', 'text/javascript').end(await buildCheckScript());
      });
    },
  };
}
