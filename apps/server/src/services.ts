import type { Accounts, Jobs, Settings, Signing } from '@gt/api';
import type { Db } from '@gt/db';
import type { EvidenceStore } from '@gt/storage';
import type { Auth } from './auth/create-auth.ts';
import type { LiveHub } from './live/live-hub.ts';

/** Everything one server process is made of; built once by `main.ts`, and by tests. */
export type Services = {
  db: Db;
  auth: Auth;
  store: EvidenceStore;
  jobs: Jobs;
  accounts: Accounts;
  settings: Settings;
  signing: Signing;
  live: LiveHub;
  mode: 'SAMPLE' | 'REAL';
  /** Asked for by the set-up page of a new installation; printed at the start, never stored. */
  setUpCode: string;
  https: boolean;
};
