import { accountRoutes } from './accounts.ts';
import { actRoutes } from './acts.ts';
import { backupRoutes } from './backup.ts';
import { boardRoutes } from './board.ts';
import { batchRoutes } from './bulk.ts';
import { breachRoutes } from './breaches.ts';
import { bulkHandoverRoutes } from './bulk-handover.ts';
import { calendarRoutes } from './calendar.ts';
import { kitRoutes } from './campaign-kits.ts';
import { campaignRoutes } from './campaigns.ts';
import { caseRoutes } from './cases.ts';
import { catalogueRoutes } from './catalogue.ts';
import { citizenRoutes } from './citizens.ts';
import { correctionRoutes } from './corrections.ts';
import { custodyRoutes } from './custody.ts';
import { digitalRoutes } from './digital.ts';
import { digitalFigureRoutes } from './digital-figures.ts';
import { digitalTargetRoutes } from './digital-target.ts';
import { digitalTeamRoutes } from './digital-teams.ts';
import { createCallerFactory, router, subscription } from './door.ts';
import { draftRoutes } from './drafts.ts';
import { warningRoutes } from './early-warning.ts';
import { emergencyRoutes } from './emergency.ts';
import { encryptionRoutes } from './encryption.ts';
import { exportRoutes } from './exports.ts';
import { feedbackRoutes } from './feedback.ts';
import { formRoutes } from './forms.ts';
import { importRoutes } from './imports.ts';
import { lanRoutes } from './lan.ts';
import { lanSheetRoutes } from './lan-sheet.ts';
import { leaderRoutes } from './leader.ts';
import { listImportRoutes } from './list-imports.ts';
import { nationalRoutes } from './national.ts';
import { noticeRoutes } from './notices.ts';
import { openCaseRoutes } from './open-cases.ts';
import { paymentRoutes } from './payments.ts';
import { promiseRoutes } from './promises.ts';
import { queueRoutes } from './queue.ts';
import { ratingSetupRoutes } from './rating-setup.ts';
import { ratingRoutes } from './ratings.ts';
import { receptionRoutes } from './reception.ts';
import { registerBookRoutes } from './register-book.ts';
import { reportRoutes } from './reports.ts';
import { retentionRoutes } from './retention.ts';
import { sampleRoutes } from './sample.ts';
import { secondScreenRoutes } from './second-screen.ts';
import { sessionRoutes } from './session.ts';
import { settlementRoutes } from './settlement.ts';
import { peopleRoutes, setupRoutes } from './setup.ts';
import { shiftSheetRoutes } from './shift-sheets.ts';
import { shiftRoutes } from './shifts.ts';
import { signingRoutes } from './signing.ts';
import { slipRoutes } from './slips.ts';
import { statisticsRoutes } from './statistics.ts';
import { subjectRequestRoutes } from './subject-requests.ts';
import { tt01Routes } from './tt01.ts';
import { verifyRoutes } from './verifying.ts';

/** Everything the counter can be asked or told. */
export const apiRouter = router({
  session: router(sessionRoutes),
  setup: router({ ...setupRoutes, ...sampleRoutes, ...ratingSetupRoutes }),
  people: router(peopleRoutes),
  accounts: router(accountRoutes),
  catalogue: router(catalogueRoutes),
  calendar: router(calendarRoutes),
  promises: router(promiseRoutes),
  payments: router(paymentRoutes),
  settlement: router(settlementRoutes),
  reports: router(reportRoutes),
  shifts: router({ ...shiftRoutes, ...shiftSheetRoutes }),
  cases: router({ ...receptionRoutes, ...caseRoutes, ...actRoutes, ...correctionRoutes, ...boardRoutes }),
  citizens: router(citizenRoutes),
  batches: router({ ...batchRoutes, ...bulkHandoverRoutes }),
  custody: router(custodyRoutes),
  drafts: router(draftRoutes),
  slips: router(slipRoutes),
  signing: router(signingRoutes),
  forms: router(formRoutes),
  exports: router(exportRoutes),
  books: router(registerBookRoutes),
  imports: router({ ...importRoutes, ...listImportRoutes }),
  national: router(nationalRoutes),
  notices: router(noticeRoutes),
  feedback: router(feedbackRoutes),
  subjects: router(subjectRequestRoutes),
  tt01: router(tt01Routes),
  digital: router({
    ...digitalRoutes,
    ...digitalFigureRoutes,
    ...digitalTeamRoutes,
    ...digitalTargetRoutes,
    campaign: { ...campaignRoutes, ...kitRoutes },
  }),
  backups: router(backupRoutes),
  emergency: router(emergencyRoutes),
  encryption: router(encryptionRoutes),
  verification: router(verifyRoutes),
  retention: router(retentionRoutes),
  breaches: router(breachRoutes),
  lan: router({ ...lanRoutes, ...lanSheetRoutes }),
  leader: router(leaderRoutes),
  warnings: router(warningRoutes),
  statistics: router({ ...statisticsRoutes, ...openCaseRoutes }),
  ratings: router(ratingRoutes),
  secondScreen: router(secondScreenRoutes),
  queue: router(queueRoutes),
  changes: router({
    watch: subscription('anyone', async function* ({ changes }, signal) {
      for await (const area of changes.watch(signal)) yield { area };
    }),
  }),
});

export type Api = typeof apiRouter;
export const createCaller = createCallerFactory(apiRouter);
