import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formTextSchema } from '../../../shared/domain/forms.ts';
import { openDesk } from '../../../tests/desk.ts';
import { textOfPages } from '../../../tests/printing/poppler.ts';

/** The PDF behind a preview's path, as the window's frame gets it. */
async function paperAt(desk: Awaited<ReturnType<typeof openDesk>>, path: string): Promise<string> {
  const reply = await desk.counter.fetch(new Request(`http://localhost${path}`), {
    kind: 'loopback',
    device: 'window',
  });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return textOfPages(new Uint8Array(await reply.arrayBuffer())).join(' ');
}

test('a form is previewed with the wording being edited, and nothing of it is stored', async () => {
  await using desk = await openDesk();
  const text = formTextSchema.parse({
    title: 'Phiếu xin lỗi của phường',
    showLegalLine: true,
    formNumber: 'Mẫu số 04',
    tt03: { formNumber: 'Mẫu số 04 mới' },
    signer: { title: 'Chủ tịch', name: 'Cầm Văn Tuấn' },
  });
  const asked = { form: 'apologyLetter', text, numbering: 'tt03', paper: 'A5' } as const;
  const { path } = await desk.leader.forms.preview(asked);
  const words = await paperAt(desk, path);
  for (const part of ['PHIẾU XIN LỖI CỦA PHƯỜNG', 'Mẫu số 04 mới', 'MẪU', 'CHỦ TỊCH Cầm Văn Tuấn']) {
    expect(words).toContain(part);
  }
  // The same wording is the same paper; another is another.
  expect((await desk.leader.forms.preview(asked)).path).toBe(path);
  expect((await desk.leader.forms.preview({ form: 'apologyLetter' })).path).not.toBe(path);
  expect(readdirSync(desk.folder).includes('files') ? readdirSync(join(desk.folder, 'files')) : []).toEqual(
    [],
  );
  expect((await desk.leader.forms.texts({})).own).toEqual({});
});

test('the wording in force is told for a day, the national one beside it', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const own = { trackingSlip: formTextSchema.parse({ title: 'Phiếu theo dõi của phường' }) };
  await desk.leader.setup.save({ formTexts: own, formNumbering: 'tt03' });
  const view = await desk.clerk.forms.texts({});
  expect(view).toMatchObject({ own, numbering: 'tt03' });
  expect(view.national.trackingSlip.title).toBe('Phiếu theo dõi hồ sơ');
});

test('the guidance sheet of a procedure needs no case', async () => {
  await using desk = await openDesk();
  const { path } = await desk.clerk.forms.guidance({ procedureCode: '1.001193' });
  const words = await paperAt(desk, path);
  expect(words).toContain('Đăng ký khai sinh');
  expect(words).toContain('Giấy chứng sinh');
  await expect(desk.clerk.forms.guidance({ procedureCode: '9.999999' })).rejects.toThrow('unknownProcedure');
});
