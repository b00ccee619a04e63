import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

// What `npm run reliability` runs: each file of this folder at full scale, one after another, and a table of their figures at
// the end. Names after `--` choose files, so that a run that was cut short goes on where it was: npm run reliability -- kill power
const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const chosen = process.argv.slice(2);
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => chosen.length === 0 || chosen.some((part) => name.includes(part)))
  .sort();

interface Outcome {
  name: string;
  passed: boolean;
  seconds: number;
  figures: string[];
}

/** The figures are what a test writes on its standard output. */
function run(name: string): Promise<Outcome> {
  const started = Date.now();
  const child = spawn('vitest', ['run', relative(root, join(here, name))], {
    cwd: root,
    env: { ...process.env, MOT_CUA_FULL: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      const lines = stripVTControlCharacters(output).split('\n');
      const figures = lines.filter((line, at) => line !== '' && lines[at - 1]?.startsWith('stdout | '));
      resolve({ name, passed: code === 0, seconds: Math.round((Date.now() - started) / 1000), figures });
    });
  });
}

const outcomes: Outcome[] = [];
for (const name of files) outcomes.push(await run(name));
console.log('\nReliability, full scale');
for (const { name, passed, seconds, figures } of outcomes) {
  console.log(`${passed ? 'holds' : 'FAILS'}  ${name.replace('.test.ts', '')}  ${seconds} s`);
  for (const figure of figures) console.log(`       ${figure}`);
}
process.exitCode = outcomes.length > 0 && outcomes.every(({ passed }) => passed) ? 0 : 1;
