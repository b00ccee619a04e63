import { accountRoutes } from './accounts/accounts.ts';
import { sessionRoutes } from './accounts/session.ts';
import { actRoutes } from './cases/acts.ts';
import { boardRoutes } from './cases/board.ts';
import { batchRoutes } from './cases/bulk.ts';
import { bulkHandoverRoutes } from './cases/bulk-handover.ts';
import { caseRoutes } from './cases/cases.ts';
import { correctionRoutes } from './cases/corrections.ts';
import { custodyRoutes } from './cases/custody.ts';
import { openCaseRoutes } from './cases/open-cases.ts';
import { citizenRoutes } from './citizens/citizens.ts';
import { kitRoutes } from './digital/campaign-kits.ts';
import { campaignRoutes } from './digital/campaigns.ts';
import { digitalRoutes } from './digital/digital.ts';
import { digitalFigureRoutes } from './digital/digital-figures.ts';
import { digitalTargetRoutes } from './digital/digital-target.ts';
import { digitalTeamRoutes } from './digital/digital-teams.ts';
import { queueRoutes } from './display/queue.ts';
import { secondScreenRoutes } from './display/second-screen.ts';
import { createCallerFactory, router, subscription } from './door.ts';
import { warningRoutes } from './leader/early-warning.ts';
import { leaderRoutes } from './leader/leader.ts';
import { promiseRoutes } from './leader/promises.ts';
import { reportRoutes } from './leader/reports.ts';
import { statisticsRoutes } from './leader/statistics.ts';
import { tt01Routes } from './leader/tt01.ts';
import { exportRoutes } from './lists/exports.ts';
import { importRoutes } from './lists/imports.ts';
import { listImportRoutes } from './lists/list-imports.ts';
import { paymentRoutes } from './money/payments.ts';
import { settlementRoutes } from './money/settlement.ts';
import { shiftSheetRoutes } from './money/shift-sheets.ts';
import { shiftRoutes } from './money/shifts.ts';
import { calendarRoutes } from './office/calendar.ts';
import { catalogueRoutes } from './office/catalogue.ts';
import { formRoutes } from './office/forms.ts';
import { nationalRoutes } from './office/national.ts';
import { sampleRoutes } from './office/sample.ts';
import { peopleRoutes, setupRoutes } from './office/setup.ts';
import { slipRoutes } from './office/slips.ts';
import { breachRoutes } from './privacy/breaches.ts';
import { retentionRoutes } from './privacy/retention.ts';
import { subjectRequestRoutes } from './privacy/subject-requests.ts';
import { draftRoutes } from './reception/drafts.ts';
import { receptionRoutes } from './reception/reception.ts';
import { registerBookRoutes } from './register-book/register-book.ts';
import { backupRoutes } from './trust/backup.ts';
import { backupPlaceRoutes } from './trust/backup-place.ts';
import { emergencyRoutes } from './trust/emergency.ts';
import { encryptionRoutes } from './trust/encryption.ts';
import { lanRoutes } from './trust/lan.ts';
import { lanSheetRoutes } from './trust/lan-sheet.ts';
import { signingRoutes } from './trust/signing.ts';
import { verifyRoutes } from './trust/verifying.ts';
import { feedbackRoutes } from './voice/feedback.ts';
import { noticeRoutes } from './voice/notices.ts';
import { ratingSetupRoutes } from './voice/rating-setup.ts';
import { ratingRoutes } from './voice/ratings.ts';

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
  backups: router({ ...backupRoutes, ...backupPlaceRoutes }),
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
