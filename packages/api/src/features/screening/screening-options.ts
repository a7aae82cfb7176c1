import type { ScreeningSettings } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import type { ScreeningOptions } from '@gt/domain/screening';
import type { Scope } from '../../core/scope.ts';

/** What the installation has set for screening. */
export async function loadScreeningSettings(db: Pick<Db | Tx, 'installation'>): Promise<ScreeningSettings> {
  const row = await db.installation.findFirst({
    select: { officePostcodes: true, caseNumberShape: true, insideMailDomains: true },
  });
  return {
    officePostcodes: row?.officePostcodes ?? [],
    caseNumberShape: row?.caseNumberShape ?? '',
    ownDomains: row?.insideMailDomains ?? [],
  };
}

/** As `loadScreeningSettings`, for whoever types words: they are looked through in the browser by the same rules. */
export function readScreeningSettings(db: Db, _scope: Scope): Promise<ScreeningSettings> {
  return loadScreeningSettings(db);
}

/** With what `screenText` looks through words and files of this installation. */
export async function screeningOptions(
  db: Pick<Db | Tx, 'installation'>,
  today: IsoDate,
): Promise<ScreeningOptions> {
  const { officePostcodes, caseNumberShape, ownDomains } = await loadScreeningSettings(db);
  return { today, offices: officePostcodes, ownDomains, caseNumber: caseNumberShape };
}
