import type { IsoDate } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import type { EvidenceStore } from '@gt/storage';
import type { Accounts, Jobs, Settings, Signing } from './ports.ts';
import type { SignedIn } from './scope.ts';

/** What every procedure and file route is given. Built once a request by the host. */
export type Context = {
  db: Db;
  signedIn: SignedIn | null;
  today: IsoDate;
  now: Date;
  requestId: string;
  jobs: Jobs;
  accounts: Accounts;
  store: EvidenceStore;
  settings: Settings;
  signing: Signing;
};
