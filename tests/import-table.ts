import type { Desk } from './desk.ts';

/** A table on its way into the register, as the window hands it in. */

/** The bytes at the door; answers the name under which commands know them. */
export async function handIn(desk: Desk, content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const reply = await desk.counter.fetch(
    new Request('http://counter/incoming', { method: 'PUT', body: content }),
    { kind: 'loopback', device: 'window' },
  );
  const answer = (await reply.json()) as { file: string };
  return answer.file;
}

/** A file handed in, opened and ready to be checked; the one unknown name of these tests is kept. */
export async function table(desk: Desk, content: string | Uint8Array<ArrayBuffer>) {
  const file = await handIn(desk, content);
  const { shape } = await desk.clerk.imports.open({ file, name: 'so-2024.csv' });
  const { firstRow, heads, columns } = shape;
  return { file, name: 'so-2024.csv', firstRow, heads, columns, decisions: { 'chung thuc la': '' } };
}

/** Checks a table and takes its good rows in. */
export async function bringIn(desk: Desk, content: string | Uint8Array<ArrayBuffer>) {
  const asked = await table(desk, content);
  const { digest } = await desk.clerk.imports.check(asked);
  return desk.clerk.imports.run({ ...asked, digest });
}
