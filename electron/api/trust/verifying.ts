import { z } from 'zod';
import { managers } from '../../../shared/domain/person.ts';
import type { PaperCode, RegisterCheck, VerifyView } from '../../../shared/views-verify.ts';
import { nowAt } from '../../now.ts';
import { listPeople, listPeopleWhoLeft } from '../../register/accounts/people.ts';
import { entriesOf, journalHead } from '../../register/journal.ts';
import { longCommand, type QueryScope, query } from '../door.ts';

const subject = 'journal';

/** The check of `--verify` from the screen: the chain, each case against its events, and the sums. */
export const verifyRoutes = {
  last: query(managers, z.void(), (scope): VerifyView => viewOf(scope)),

  /** Where the code of a closing sheet stands in the chain, with its office time; null when this chain never had it. */
  paper: query(
    managers,
    z.object({
      head: z
        .string()
        .max(20)
        .transform((text) => text.replaceAll(/\s/g, ''))
        .pipe(z.string().regex(/^[0-9a-f]{8}$/i)),
    }),
    async ({ context }, { head }): Promise<PaperCode> => {
      const found = await context.reading.ask('paperCode', { head });
      return found && { seq: found.seq, at: nowAt(Date.parse(found.at)).officeTime };
    },
  ),

  /** Reads the whole register in a thread, as it stands at one moment; the journal keeps what came of it. */
  run: longCommand(managers, ['backups'], z.void(), async (scope): Promise<VerifyView> => {
    const { register, reading } = scope.context;
    register.writeSeen();
    const check = await reading.ask('check', {});
    await scope.write(({ record }) => record('journal.verified', subject, check));
    return viewOf(scope);
  }),
};

function viewOf({ db }: QueryScope): VerifyView {
  const last = entriesOf(db, subject).at(-1);
  const everybody = [...listPeople(db), ...listPeopleWhoLeft(db)];
  return {
    head: journalHead(db),
    last: last
      ? {
          ...(last.data as RegisterCheck),
          at: nowAt(Date.parse(last.at)).officeTime,
          by: everybody.find(({ id }) => id === last.personId)?.name ?? '',
        }
      : null,
  };
}
