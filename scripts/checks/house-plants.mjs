/**
 * One planted violation (or innocent look-alike, without `expect`) for each rule in house-rules.mjs.
 * @type {{ file: string, text: string, expect?: string }[]}
 */
export const housePlants = [
  { file: 'packages/api/src/long.ts', text: 'export {};\n'.repeat(401), expect: 'file-length' },
  { file: 'packages/api/src/long.ts', text: `export const a = 1;\n${'\n'.repeat(399)}` },
  { file: 'apps/web/src/long.css', text: 'a {}\n'.repeat(401), expect: 'file-length' },
  { file: 'docs/long.md', text: 'words\n'.repeat(900) },
  ...['utils', 'date-utils', 'helpers', 'test-helper', 'misc', 'common', 'manager', 'session-manager'].map(
    (name) => ({
      file: `packages/api/src/core/${name}.ts`,
      text: 'export const a = 1;\n',
      expect: 'file-name',
    }),
  ),
  { file: 'apps/web/src/helpers/date.ts', text: 'export const a = 1;\n', expect: 'file-name' },
  { file: 'apps/server/src/sign-in/common-password.ts', text: 'export const a = 1;\n' },
  { file: 'packages/domain/src/authz/manager-rights.ts', text: 'export const a = 1;\n' },
  { file: 'apps/web/src/components/PageHeader.tsx', text: 'export const a = 1;\n', expect: 'kebab-case' },
  { file: 'apps/web/src/components/page_header.tsx', text: 'export const a = 1;\n', expect: 'kebab-case' },
  { file: 'packages/api/src/features/actions/actions.router.ts', text: 'export const a = 1;\n' },
  { file: 'packages/api/package.json', text: '{"dependencies":{"zod":"^4.0.0"}}', expect: 'exact-version' },
  {
    file: 'packages/api/package.json',
    text: '{"devDependencies":{"zod":"latest"}}',
    expect: 'exact-version',
  },
  { file: 'packages/api/package.json', text: '{"dependencies":{"zod":"4.6.7"}}' },
  { file: 'packages/api/src/core/index.ts', text: "export * from './guard.ts';\n", expect: 'barrel' },
  {
    file: 'packages/api/src/core/all.ts',
    text: "export { a } from './a.ts';\nexport type { B } from './b.ts';\n",
    expect: 'barrel',
  },
  { file: 'packages/api/src/door.ts', text: "export * from './core/guard.ts';\n" },
  { file: 'apps/web/src/features/plans/public.tsx', text: "export { a } from './a.tsx';\n" },
  ...[
    'export const port = process.env.PORT;',
    "export const port = process.env['PORT'];",
    'const { PORT } = process.env;\nexport const port = PORT;',
    'export const mode = import.meta.env.VITE_API;',
    'export const port = globalThis.process.env.PORT;',
  ].map((text) => ({ file: 'packages/api/src/core/port.ts', text, expect: 'environment-in-env-only' })),
  { file: 'apps/web/src/app/routes.tsx', text: 'export const isBuilt = import.meta.env.PROD;' },
  { file: 'apps/server/src/env.ts', text: 'export const port = process.env.PORT;' },
  { file: 'apps/server/src/main.ts', text: 'export const env = readEnv(process.env);' },
  { file: 'packages/db/src/start.ts', text: "export const env = { ...process.env, LC_ALL: 'C' };" },
  {
    file: 'packages/api/src/core/port.ts',
    text: '// process.env.PORT is read elsewhere\nexport const a = 1;',
  },
  ...[
    'export const now = () => Date.now();',
    'export const now = () => new Date();',
    'export const now = () => new Date;',
    'export const now = () => Date();',
    'export const now = () => performance.now();',
    'export const now = () => Temporal.Now.plainDateISO();',
    'export const pick = () => Math.random();',
    'export const clock = Date.now;',
  ].map((text) => ({ file: 'packages/domain/src/calendar/now.ts', text, expect: 'domain-reads-no-clock' })),
  { file: 'packages/domain/src/calendar/now.ts', text: 'export const at = (ms: number) => new Date(ms);' },
  { file: 'packages/domain/src/calendar/now.ts', text: "export const words = 'Date.now()'; // new Date()" },
  { file: 'packages/api/src/core/now.ts', text: 'export const now = () => new Date();' },
];

/** The only file among the plants that a package's exports name. */
export const plantedDoors = new Set(['packages/api/src/door.ts']);
