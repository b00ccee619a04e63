import { limitText } from '../../shared/appointment-words.ts';
import { bareRule } from '../../shared/domain/time-limit.ts';
import { onlineLevelLabels } from '../../shared/labels.ts';
import type { Moment } from './play.ts';

/** The list of a whole city: 1.828 procedures, of which the national ones are real and all others are sample. */

const procedures = 1828;
const sameDay = 128;
/** 1.737 of 1.828 = 95,02 %. */
const notFull = 91;
/** Certified copies and signatures are done at a counter. */
const atCounter: readonly string[] = ['2.000815', '2.000884', '2.000908'];
/** Their limit is half as long online. */
export const shortened: readonly string[] = ['1.004873', '1.004884', '1.004859'];

/** Reads the list in as a table, as an office does, and halves limits of what is filed online. */
export function cityCatalogue(opensAt: string): Moment {
  return {
    at: opensAt,
    run: async ({ at, backstage }) => {
      const window = at('window', opensAt);
      const from = opensAt.slice(0, 10);
      const known = await Promise.all(
        (await window.catalogue.list()).map(({ code }) => window.catalogue.get({ code })),
      );
      const within = known.filter(({ procedure: { timeLimit } }) =>
        ['sameDay', 'onTheSpot'].includes(timeLimit.kind),
      );
      const { full, partial } = onlineLevelLabels;
      const national = known.map(({ procedure: { code, name, timeLimit, fee } }) => [
        code,
        name,
        limitText(bareRule(timeLimit)),
        fee.amountVnd ?? '',
        atCounter.includes(code) ? partial : full,
      ]);
      const others = Array.from({ length: procedures - known.length }, (_, index) => [
        `9.${String(index + 1).padStart(6, '0')}`,
        `Thủ tục mẫu số ${index + 1}`,
        index < sameDay - within.length ? 'Trong ngày' : `${(index % 20) + 2} ngày làm việc`,
        '',
        index >= procedures - known.length - (notFull - atCounter.length) ? partial : full,
      ]);
      const heads = ['Mã thủ tục', 'Tên thủ tục', 'Thời hạn', 'Lệ phí (đồng)', 'Dịch vụ công'];
      const table = [heads, ...national, ...others]
        .map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';'))
        .join('\n');
      const file = backstage.handIn(`\uFEFF${table}\n`);
      await window.imports.applyCatalogue({ file, effectiveFrom: from });
      for (const code of shortened) {
        const { procedure } = await window.catalogue.get({ code });
        await window.catalogue.save({
          code,
          effectiveFrom: from,
          feeVnd: procedure.fee.amountVnd,
          timeLimit: { ...procedure.timeLimit, perChannel: { online: { factor: 0.5, confirmed: true } } },
        });
      }
    },
  };
}
