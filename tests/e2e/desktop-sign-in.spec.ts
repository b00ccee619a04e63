import { officeOfTests } from '../desk.ts';
import { expect, test } from '../electron-double/desktop.ts';

test('main keeps the token of whoever signs in: the page has no cookie and is told none', async ({
  desktop,
}) => {
  const page = await desktop.window();
  await expect(page).toHaveTitle(/Một Cửa/);
  const told = await page.evaluate(async (office) => {
    const hours = {
      morning: { opensAt: '07:00', closesAt: '11:30' },
      afternoon: { opensAt: '13:30', closesAt: '17:00' },
    };
    const people = [{ name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] }];
    const post = (path: string, body: unknown) =>
      fetch(`/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const reply = await post('setup.complete', { office, hours, people, password: 'hàng cau trước ngõ' });
    const session = await (await fetch('/api/session.current')).json();
    return {
      status: reply.status,
      cookie: document.cookie,
      headers: [...reply.headers.keys()],
      person: session.result.data.person?.name,
      signedOut: (await post('session.signOut?batch=1', {})).status,
      after: (await fetch('/api/cases.board')).status,
    };
  }, officeOfTests);
  expect(told).toMatchObject({ status: 200, cookie: '', person: 'Lò Thị Mai', signedOut: 200, after: 401 });
  expect(told.headers).not.toContain('set-cookie');
  expect(await page.context().cookies()).toEqual([]);
});
