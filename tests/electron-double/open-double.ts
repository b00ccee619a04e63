import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Desktop } from './desktop.ts';

type Message =
  | { kind: 'chromium'; port: number }
  | { kind: 'error box'; title: string; content: string }
  | { kind: 'answer'; id: number; value?: unknown; error?: string };

/** Runs an app's built main on the stand-in for Electron. */
export async function openDouble(appFolder: string, dataFolder: string): Promise<Desktop> {
  const child = fork(join(appFolder, 'dist/main/main.js'), [`--data=${dataFolder}`], {
    execArgv: ['--import', fileURLToPath(new URL('./register.ts', import.meta.url))],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk));
  const port = Promise.withResolvers<number>();
  const waiting = new Map<number, (answer: Message & { kind: 'answer' }) => void>();
  child.on('message', (message: Message) => {
    if (message.kind === 'chromium') port.resolve(message.port);
    if (message.kind === 'error box') output += `${message.title}: ${message.content}\n`;
    if (message.kind === 'answer') waiting.get(message.id)?.(message);
  });
  child.once('exit', (code) => port.reject(new Error(`the main ended with ${code}:\n${output}`)));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await port.promise}`);
  return {
    kind: 'double',
    dataFolder,
    window: () => firstWindow(browser),
    evaluate: async (work, argument = '') => {
      const id = waiting.size;
      const answer = await new Promise<Message & { kind: 'answer' }>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, source: work.toString(), argument });
      });
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value as Awaited<ReturnType<typeof work>>;
    },
    close: async () => {
      await browser.close();
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function firstWindow(browser: Browser): Promise<Page> {
  for (;;) {
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((candidate) => candidate.url().startsWith('http:'));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
