import type { JobHandler } from './core/job-handler.ts';
import type { JobName } from './core/ports.ts';
import { sealAudit } from './features/audit/seal-audit.ts';
import { readFigures } from './features/figure-imports/read-figures.ts';
import { buildPack } from './features/packs/build-pack.ts';
import { expirePacks } from './features/packs/expire-packs.ts';
import { watchReadiness } from './features/readiness/watch-readiness.ts';
import { sendDigests } from './features/reminders/send-digests.ts';
import { issueReport } from './features/reports/issue-report.ts';
import { prepareReviews } from './features/reviews/prepare-reviews.ts';
import { screenAll, screenOne } from './features/screening/screen-all.ts';
import { takeSnapshots } from './features/snapshots/take-snapshots.ts';
import { checkStore } from './features/store/check-store.ts';
import { sweepFiles } from './features/store/sweep-files.ts';
import { forgetContacts } from './features/update-links/forget-contacts.ts';
import { readWorkbook } from './features/workbooks/read-workbook.ts';

/** Every background job but sending mail, which is the host's. A job without a handler does not type-check. */
export const jobHandlers: Record<Exclude<JobName, 'mail.send'>, JobHandler> = {
  'audit.seal': async (ctx) => void (await sealAudit(ctx)),
  'pack.build': buildPack,
  'packs.expire': expirePacks,
  'files.sweep': async (ctx) => {
    await sweepFiles(ctx, { remove: true });
    await forgetContacts(ctx);
  },
  'evidence.screen': screenOne,
  'evidence.screenAll': screenAll,
  'readiness.watch': watchReadiness,
  'store.check': async (ctx, { by = 'Golden Thread' }, signal) =>
    void (await checkStore(ctx, { by, signal })),
  'digests.send': sendDigests,
  'reviews.prepare': prepareReviews,
  'snapshots.take': takeSnapshots,
  'reports.issue': issueReport,
  'figures.read': readFigures,
  'workbook.read': readWorkbook,
};
