import type { ReportPreviewOut } from '@gt/contracts/schemas';
import type { IsoDate, ReportContent } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { publicEdition } from '@gt/domain/report';
import { DomainError } from '../../core/domain-error.ts';
import { findingsOf, loadKnownNames } from './find-in-report.ts';
import type { LoadedReport } from './load-report.ts';

export type PublicEditionOf = { title: string; content: ReportContent; preview: ReportPreviewOut };

/**
 * The public edition of an issued paper, everything that is left out of it, and what in the words that stay has to go
 * or to be justified. Throws RULE for a paper that has none.
 */
export async function publicEditionOf(
  db: Db | Tx,
  today: IsoDate,
  report: LoadedReport,
): Promise<PublicEditionOf> {
  if (report.kind === 'MINUTES') {
    throw new DomainError('RULE', 'Minutes have no public edition: they are for the members of the review.');
  }
  if (report.edition === 'PUBLIC') throw new DomainError('RULE', 'This is the public edition already.');
  if (report.state !== 'ISSUED') {
    throw new DomainError('RULE', 'Issue the full edition first: a public edition is made from fixed words.');
  }
  const { people, posts } = await loadKnownNames(db);
  const { content, leftOut } = publicEdition(report.content, people, posts);
  const { title } = report;
  return {
    title,
    content: { ...content, leftOut },
    preview: { leftOut, findings: await findingsOf(db, today, { title, content }) },
  };
}
