import { Readable } from 'node:stream';
import {
  appRouter,
  type Context,
  createCallerFactory,
  fileRoutes,
  guard,
  londonDate,
  newId,
  type SignedIn,
  screenVersion,
  signingWith,
} from '@gt/api';
import type { IsoDate } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import type { EvidenceStore } from '@gt/storage';
import { screenHere } from './screen-here.ts';
import { instantOn, type Timetable, timetableFor } from './timetable.ts';

const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;

/** A simulated moment: working days ago, and minutes after nine in the morning. */
export type Moment = { ago: number; minute: number };

export type Upload = {
  path: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  fileName: string;
  bytes: Uint8Array;
};

/** What a scenario plays on: the real use-cases, a person to be, and a day to be it on. */
export type Stage = {
  db: Db;
  time: Timetable;
  now: Date;
  passwordHash: string;
  dayOf(moment: Moment): IsoDate;
  ctxAs(person: SignedIn | null, moment: Moment): Context;
  callerAs(person: SignedIn, moment: Moment): Caller;
  /** Sends a file through its route, as the browser would; answers the route's JSON. */
  upload(person: SignedIn, moment: Moment, file: Upload): Promise<unknown>;
};

export function stageOn(parts: { db: Db; store: EvidenceStore; now: Date; passwordHash: string }): Stage {
  const { db, store, now, passwordHash } = parts;
  const time = timetableFor(londonDate(now));
  const dayOf = ({ ago }: Moment) => time.workingDaysAgo(ago);
  const ctxAs: Stage['ctxAs'] = (person, moment) => {
    const ctx: Context = {
      db,
      store,
      signedIn: person,
      today: dayOf(moment),
      now: instantOn(dayOf(moment), moment.minute),
      requestId: newId(),
      // The server that waits for the scenario seals and sends by itself once it has started. Files are screened at
      // once, so that the packs of the plan have what they need.
      jobs: {
        async enqueue(_tx, name, { versionId = '' }) {
          if (name === 'evidence.screen') await screenVersion(ctx, versionId, { screen: screenHere });
        },
      },
      accounts: { hashPassword: async () => passwordHash, passwordProblem: () => null },
      settings: { publicUrl: 'http://localhost', mailIsSetUp: false },
      signing: signingWith(),
    };
    return ctx;
  };
  return {
    db,
    time,
    now,
    passwordHash,
    dayOf,
    ctxAs,
    callerAs: (person, moment) => createCaller(ctxAs(person, moment)),
    upload: (person, moment, file) => send(ctxAs(person, moment), file),
  };
}

async function send(ctx: Context, file: Upload): Promise<unknown> {
  const route = fileRoutes.find(({ method, path }) => method === 'POST' && path === file.path);
  if (!route) throw new Error(`There is no route for files at ${file.path}.`);
  const answer = await route.handle(ctx, guard(ctx, route.permission), {
    params: file.params ?? {},
    query: file.query ?? {},
    headers: { ...file.headers, 'x-file-name': encodeURIComponent(file.fileName) },
    body: Readable.from([Buffer.from(file.bytes)]),
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'json') throw new Error(`${file.path} did not answer.`);
  return answer.body;
}
