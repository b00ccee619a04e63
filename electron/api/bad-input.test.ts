import { describe, expect, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';

const hugeText = 'ă'.repeat(10_000_000);

/** What a clerk, a scanner or a stranger may send, the field it belongs to, and the kind of fault named there. */
const wrong: [what: string, change: Record<string, unknown>, field: string, fault: string][] = [
  ['no name', { applicant: { kind: 'citizen', name: '   ' } }, 'applicant.name', 'required'],
  ['an emoji as name', { applicant: { kind: 'citizen', name: 'Mai 😀' } }, 'applicant.name', 'personName'],
  ['digits as name', { applicant: { kind: 'citizen', name: '12345' } }, 'applicant.name', 'personName'],
  ['a number as name', { applicant: { kind: 'citizen', name: 7 } }, 'applicant.name', 'type'],
  [
    'a name of 500 letters',
    { applicant: { kind: 'citizen', name: 'a'.repeat(500) } },
    'applicant.name',
    'tooLong',
  ],
  [
    '11 digits as identity number',
    { applicant: { kind: 'citizen', name: 'A', idNumber: '01419600218' } },
    'applicant.idNumber',
    'idNumber',
  ],
  [
    'letters as telephone',
    { applicant: { kind: 'citizen', name: 'A', phone: 'không có' } },
    'applicant.phone',
    'phone',
  ],
  [
    '30 February',
    { applicant: { kind: 'citizen', name: 'A', birthOn: '1996-02-30' } },
    'applicant.birthOn',
    'day',
  ],
  [
    'month 13',
    { applicant: { kind: 'citizen', name: 'A', birthOn: '1996-13-01' } },
    'applicant.birthOn',
    'day',
  ],
  [
    'a wrong address of mail',
    { applicant: { kind: 'citizen', name: 'A', email: 'mai@' } },
    'applicant.email',
    'email',
  ],
  ['a third sex of text', { applicant: { kind: 'citizen', name: 'A', sex: 'x' } }, 'applicant.sex', 'choice'],
  ['an unknown kind of applicant', { applicant: { kind: 'robot', name: 'A' } }, 'applicant.kind', 'choice'],
  ['minus one original', { papers: [{ name: 'Tờ khai', originals: -1 }] }, 'papers.0.originals', 'tooSmall'],
  ['half a copy', { papers: [{ name: 'Tờ khai', photocopies: 0.5 }] }, 'papers.0.photocopies', 'type'],
  ['a paper without name', { papers: [{ name: '', originals: 1 }] }, 'papers.0.name', 'required'],
  ['papers as text', { papers: 'hai tờ' }, 'papers', 'type'],
  ['no dossier', { sets: 0 }, 'sets', 'tooSmall'],
  ['a negative fee', { fee: { amountVnd: -1, method: 'cash' } }, 'fee.amountVnd', 'tooSmall'],
  ['a fee beyond a thousand million', { fee: { amountVnd: 2e9, method: 'cash' } }, 'fee.amountVnd', 'tooBig'],
  ['an unknown way to pay', { fee: { amountVnd: 1, method: 'gold' } }, 'fee.method', 'choice'],
  ['an unknown channel', { channel: 'fax' }, 'channel', 'choice'],
  ['an unknown slip', { slips: ['invoice'] }, 'slips.0', 'choice'],
  ['a form key that is none', { formKey: 'x' }, 'formKey', 'format'],
  ['an hour that is none', { promisedAt: '2025-04-25T99:99' }, 'promisedAt', 'promise'],
];

describe('bad input at the door', () => {
  test('every wrong field is named with its fault, and nothing is stored (ASVS 2.2.2)', async () => {
    await using desk = await openDesk();
    for (const [what, change, field, fault] of wrong) {
      const answer = await desk.post('/api/cases.receive', { ...reception(), ...change });
      const { error } = (await answer.json()) as {
        error: { message: string; data: { app: { fields: Record<string, string> } } };
      };
      expect([what, answer.status, error.message], what).toEqual([what, 400, 'invalidInput']);
      expect(error.data.app.fields, what).toMatchObject({ [field]: fault });
    }
    const session = await desk.clerk.session.current();
    expect([(await desk.clerk.cases.list({})).total, session.unprinted]).toEqual([0, 0]);
    expect((await desk.clerk.cases.receive(reception())).serial).toBe(1);
  });

  test('10 MB are turned away before they are read', async () => {
    await using desk = await openDesk();
    const answer = await desk.post('/api/cases.receive', { ...reception(), summary: hugeText });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: { message: 'tooLarge', data: { app: { code: 'tooLarge' } } },
    });
  });

  test('an unknown procedure, an unknown variant, broken JSON and an unknown path have typed answers', async () => {
    await using desk = await openDesk();
    const codeOf = async (path: string, body: unknown) => {
      const answer = await desk.post(path, body);
      const { error } = (await answer.json()) as { error: { data: { app: { code: string } } } };
      return [answer.status, error.data.app.code];
    };
    expect(await codeOf('/api/cases.receive', reception({ procedureCode: '9.999999' }))).toEqual([
      404,
      'unknownProcedure',
    ]);
    expect(await codeOf('/api/cases.receive', reception({ variant: 'không có' }))).toEqual([
      400,
      'unknownVariant',
    ]);
    expect(await codeOf('/api/cases.receive', '{"formKey":')).toEqual([400, 'invalidInput']);
    expect(await codeOf('/api/cases.nothing', {})).toEqual([404, 'notFound']);
    expect((await desk.clerk.cases.list({})).total).toBe(0);
  });

  test('NFD, invisible and doubled white space come out tidy and NFC', async () => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(
      reception({ name: '\uFEFFLường  Thị\u200B Thu\tHằng '.normalize('NFD') }),
    );
    const { state } = await desk.clerk.cases.get({ id });
    expect(state.applicant.name).toBe('Lường Thị Thu Hằng');
    expect(state.applicant.name).toBe(state.applicant.name.normalize('NFC'));
  });

  test('an unexpected failure leaves with a number and nothing else', async () => {
    await using desk = await openDesk();
    const answer = await desk.post('/api/cases.list', { cursor: '{"key":"x' });
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).not.toMatch(/SELECT|node:|\.ts:|stack/i);
  });
});
