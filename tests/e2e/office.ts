import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { officeOfTests } from '../desk.ts';
import { passwordOfTests } from '../sign-in.ts';
import { test as counterTest } from './counter.ts';

/** A counter after its first run, with a clerk at the window and an officer to hand over to. */
export const test = counterTest.extend<{ office: { recoveryCode: string } }>({
  office: [
    async ({ request, counter }, use) => {
      const reply = await request.post(`${counter.url}/api/setup.complete`, {
        headers: { origin: counter.url },
        data: {
          office: officeOfTests,
          hours: defaultOpeningHours,
          people: [
            { name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] },
            { name: 'Quàng Văn Hùng', roles: ['officer'] },
          ],
          password: passwordOfTests,
        },
      });
      if (!reply.ok()) throw new Error(await reply.text());
      await use((await reply.json()).result.data);
    },
    { auto: true },
  ],
});

export { expect } from './counter.ts';
