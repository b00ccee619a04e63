import { registerHooks } from 'node:module';

// `node --import tests/electron-double/register.ts dist/main/main.js` runs the built main, unchanged, with the
// stand-in where it says `electron`.
const double = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: double, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

// The stand-in shows the desktop of an ordinary person, also where the tests run as root.
process.getuid = () => 1000;
await import('./control.ts');
