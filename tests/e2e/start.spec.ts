import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../electron/launch/build-when-stale.ts';

// `npm start` as a person meets it: the program, its lines and its exit codes.
const start = join(root, 'electron/start.mjs');
const base = mkdtempSync(join(tmpdir(), 'mot-cua-start-'));
test.describe.configure({ mode: 'default' });
test.afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Refusal {
  code: number | undefined;
  sentence: string;
}

/** Runs a start that must end by itself. */
function refusal(args: readonly string[], nodeArgs: readonly string[] = []): Promise<Refusal> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...nodeArgs, start, '--no-open', ...args],
      (_error, _output, sentence) => resolve({ code: child.exitCode ?? undefined, sentence }),
    );
  });
}

async function serving(
  args: readonly string[],
): Promise<{ child: ChildProcess; output: string; url: string }> {
  const child = spawn(process.execPath, [start, '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    const url = /^Quầy Một Cửa: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(output)?.[1];
    if (url) return { child, output, url };
  }
  throw new Error(`the counter ended:\n${output}`);
}

const oneSentence = /^[^\n]+\.\n$/;

test('it says in one line how it opens and why, then the address; Ctrl+C and SIGTERM end it well', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const { child, output, url } = await serving(['--port', '0', '--data', join(base, signal)]);
    expect(output).toContain('Chỉ phục vụ tại địa chỉ dưới đây, vì có --no-open.\n');
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok' });
    const ended = once(child, 'exit');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  }
});

test('with a display it opens a window of an installed browser, and ends when that is closed', async () => {
  test.skip(process.platform === 'win32', 'the browser of this test is a shell script');
  const browser = join(base, 'browser');
  // Open for longer than a browser that fails to open.
  writeFileSync(browser, `#!/bin/sh\necho "$@" > ${base}/asked\nsleep 4\n`, { mode: 0o755 });
  const env = { ...process.env, DISPLAY: ':0', MOT_CUA_CHROMIUM: browser };
  const child = spawn(process.execPath, [start, '--port', '0', '--data', join(base, 'window')], { env });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output).toContain(`Mở quầy trong cửa sổ Chromium (${browser}), vì có --port.\n`);
  const url = /^Quầy Một Cửa: (\S+)$/m.exec(output)?.[1];
  const asked = readFileSync(join(base, 'asked'), 'utf8');
  expect(asked).toContain(`--app=${url} --user-data-dir=${join(base, 'window', 'browser-profile')} `);
});

test('a second copy on the same folder is refused, and the first goes on', async () => {
  const data = join(base, 'two');
  const { child, url } = await serving(['--port', '0', '--data', data]);
  const { code, sentence } = await refusal(['--port', '0', '--data', data]);
  expect(code).toBe(1);
  expect(sentence).toMatch(oneSentence);
  expect(sentence).toContain(data);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill();
  await once(child, 'exit');
});

test('a port in use is refused before the folder is touched', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const data = join(base, 'port');
  const { code, sentence } = await refusal(['--port', port, '--data', data]);
  other.close();
  expect(code).toBe(1);
  expect(sentence).toMatch(oneSentence);
  expect(sentence).toContain(port);
  expect(existsSync(data)).toBe(false);
});

test('a folder that cannot be written is refused', async () => {
  const file = join(base, 'file');
  writeFileSync(file, 'nobody touches this');
  for (const data of [file, join(file, 'inside')]) {
    const { code, sentence } = await refusal(['--port', '0', '--data', data]);
    expect(code).toBe(1);
    expect(sentence).toMatch(oneSentence);
    expect(sentence).toContain(data);
  }
});

test('an unknown option, value or scene is refused, and no folder is made', async () => {
  const data = join(base, 'unknown');
  for (const [args, named] of [
    [['--prot', '1'], '--prot'],
    [['--port', 'tám'], 'tám'],
    [['--sample', 'không-có'], 'không-có'],
  ] as const) {
    const { code, sentence } = await refusal([...args, '--data', data]);
    expect(code).toBe(1);
    // One sentence, and under it what may be said.
    expect(sentence.split('\n')[0]).toMatch(/\.$/);
    expect(sentence).toContain(named);
  }
  expect(readdirSync(base)).not.toContain('unknown');
});

test('a Node that is too old gets a sentence, not a crash', async () => {
  const old = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '18.20.8' });`;
  const { code, sentence } = await refusal([], ['--import', old]);
  expect(code).toBe(1);
  expect(sentence).toMatch(oneSentence);
  expect(sentence).toContain('Node 20');
});
