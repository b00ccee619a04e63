import type { Moment } from './play.ts';

const certifications = ['2.000815', '2.000884', '2.000908'];
const tuesday = 2;

/** What the ward of the sample decided for itself: a day without appointments every week, and two limits of its own. */
export function wardRules(opensAt: string): Moment {
  return {
    at: opensAt,
    run: async ({ at, procedureOf }) => {
      const window = at('window', opensAt);
      const from = opensAt.slice(0, 10);
      await window.setup.save({
        noAppointmentDays: [
          { weekdays: [tuesday], procedures: certifications, opensAt: '07:00', closesAt: '15:00', from },
        ],
      });
      const own = async (code: string, change: object) => {
        const { fee, timeLimit } = await procedureOf(code);
        await window.catalogue.save({
          code,
          effectiveFrom: from,
          feeVnd: fee.amountVnd,
          timeLimit: { ...timeLimit, ...change },
        });
      };
      await own('1.010803', {
        phases: [
          { agency: 'UBND thị trấn Ít Ong', kind: 'workingDays', value: 5, own: true },
          { agency: 'Sở Nội vụ tỉnh Sơn La', kind: 'workingDays', value: 5 },
        ],
      });
      await own('1.013978', { pausesForPayment: true });
    },
  };
}
