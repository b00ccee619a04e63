import type { Period, StatisticsScope } from '../../../shared/domain/statistics.ts';
import { scopeWords } from '../../reading/leader-figures.ts';
import { dropOldLists, storeFile } from '../../register/files.ts';
import { type LongScope, requirePerson } from '../door.ts';
import type { ListFile } from '../lists/list-file.ts';

/** The leader's page as a workbook: a sheet of its figures, one of its months, one for every table. */
export async function exportLeader(
  asked: LongScope,
  question: { period: Period; scope: StatisticsScope },
): Promise<ListFile> {
  const { excel, register, reading } = asked.context;
  const seesRatings = requirePerson(asked).roles.includes('leader');
  const [first, ...others] = await reading.ask('leaderSheets', {
    ...question,
    seesRatings,
    now: asked.now.officeTime,
  });
  if (first === undefined) throw new Error('A workbook without a sheet');
  const { lines, ...head } = first;
  const portions = (async function* () {
    yield lines;
  })();
  const bytes = await excel.reportWorkbook({ ...head, others }, portions);
  dropOldLists(register.folder);
  const path = `/files/${storeFile(register.folder, bytes, 'xlsx')}`;
  const { from, to } = question.period;
  // No system takes these in the name of a file, and none a name of any length.
  const filter = scopeWords(asked.db, { ...question, now: asked.now.officeTime })
    .replaceAll(/[\\/:*?"<>|]/g, ' ')
    .slice(0, 80);
  const fileName = `${`Số liệu một cửa ${from} ${to} ${filter}`.trim()}.xlsx`;
  const file = { path, fileName, count: lines.length };
  await asked.write(({ record }) =>
    record('list.exported', 'list:leader', { list: 'leader', conditions: question, count: file.count }),
  );
  return file;
}
