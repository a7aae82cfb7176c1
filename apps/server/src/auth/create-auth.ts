import { authAdapter, type Db } from '@gt/db';
import { betterAuth } from 'better-auth';

/** Sessions end after this long whatever happens; idle time is counted by `read-session.ts`. */
export const ABSOLUTE_SESSION_SECONDS = 12 * 60 * 60;

export type AuthSettings = { secret: string; publicUrl: string; secureCookies: boolean };

/**
 * The sign-in library with the smallest surface that serves us: e-mail and password, sessions in the database.
 * Its own HTTP handler is never mounted: `auth-routes.ts` calls the few functions we need, each with its audit row.
 */
export function createAuth(db: Db, settings: AuthSettings) {
  return betterAuth({
    database: authAdapter(db),
    secret: settings.secret,
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      autoSignIn: false,
    },
    account: { accountLinking: { enabled: false } },
    session: { expiresIn: ABSOLUTE_SESSION_SECONDS, disableSessionRefresh: true },
    // Attempts are counted by our own limiter in PostgreSQL, which also covers everything that is not sign-in.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'golden-thread',
      useSecureCookies: settings.secureCookies,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      database: { generateId: false },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session) {
            const user = await db.user.findUnique({
              where: { id: session.userId },
              select: { deactivatedAt: true },
            });
            return user !== null && user.deactivatedAt === null;
          },
        },
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
