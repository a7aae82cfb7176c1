import { defineConfig } from 'prisma/config';

/**
 * Settings for the Prisma command line. The application itself reads no part of this file: it migrates with
 * `@gt/db/migrate`. `DATABASE_URL` is needed only by those who run `prisma migrate` by hand.
 */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
