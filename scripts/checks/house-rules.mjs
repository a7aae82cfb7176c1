import { basename } from 'node:path';
import ts from 'typescript';

/**
 * The rules of the house that no linter knows. Each takes one file and answers with what is wrong in it.
 * @typedef {{ file: string, text: string, doors: Set<string> }} House
 *   file: path in the repository with forward slashes; doors: files that a package's exports name
 * @typedef {{ rule: string, file: string, line: number, words: string }} Finding
 */

const isCode = (file) => /\.([cm]?ts|tsx|[cm]js)$/.test(file);
const isTest = (file) => /\.(test|spec)\.tsx?$/.test(file);
const longestFile = 400;

/** @param {House} house @returns {Finding[]} */
export function houseRules(house) {
  const { file, text } = house;
  const findings = [...fileLength(house), ...fileName(house), ...exactVersions(house)];
  if (isCode(file)) {
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    findings.push(...barrel(house, tree), ...walk(house, tree));
  }
  return findings;
}

/** Names of all rules, so that the self-test can show each one failing. */
export const houseRuleNames = [
  'file-length',
  'file-name',
  'kebab-case',
  'exact-version',
  'barrel',
  'environment-in-env-only',
  'domain-reads-no-clock',
];

function fileLength({ file, text }) {
  if (!isCode(file) && !file.endsWith('.css') && !file.endsWith('.prisma')) return [];
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lines <= longestFile) return [];
  const words = `${lines} lines; ${longestFile} is the most. Split it by what it does`;
  return [{ rule: 'file-length', file, line: longestFile + 1, words }];
}

/** A name that says "various things" invites more of them. */
function fileName({ file }) {
  if (!isCode(file)) return [];
  const findings = [];
  const add = (rule, words) => findings.push({ rule, file, line: 1, words });
  for (const part of file.split('/')) {
    const stem = part.split('.')[0];
    if (/^(common|shared-utils)$/.test(stem) || /(^|-)(utils?|helpers?|misc|managers?)$/.test(stem)) {
      add('file-name', `"${stem}" does not say what is inside; name the file after its one main function`);
    }
  }
  if (!/^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(file))) add('kebab-case', 'file names are kebab-case');
  return findings;
}

/** The lock file holds what is installed, and the manifests say the same version in words. */
function exactVersions({ file, text }) {
  if (basename(file) !== 'package.json') return [];
  const manifest = JSON.parse(text);
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^\d/.test(version))
    .map(([name, version]) => ({
      rule: 'exact-version',
      file,
      line: 1,
      words: `${name} is "${version}"; write the exact version`,
    }));
}

/** A file that only passes on what others export is a second name for everything; only doors may. */
function barrel({ file, doors }, tree) {
  if (doors.has(file) || /(^|\/)public\.tsx?$/.test(file) || tree.statements.length === 0) return [];
  const passesOn = tree.statements.every(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
  );
  if (!passesOn) return [];
  return [{ rule: 'barrel', file, line: 1, words: 'only passes on exports, and is no door of its package' }];
}

function walk({ file }, tree) {
  const findings = [];
  const add = (rule, node, words) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    findings.push({ rule, file, line: line + 1, words });
  };
  const mayReadEnvironment =
    /(^|\/)env\.ts$/.test(file) ||
    /\.config\.[cm]?[jt]s$/.test(file) ||
    /^(scripts|e2e)\//.test(file) ||
    isTest(file);
  const isDomain = file.startsWith('packages/domain/');
  const visit = (node) => {
    if (!mayReadEnvironment && readsEnvironment(node)) {
      add('environment-in-env-only', node, 'settings are read in env.ts and passed on');
    }
    if (isDomain && readsClock(node)) {
      add('domain-reads-no-clock', node, 'today and chance are arguments of the domain, never read in it');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return findings;
}

/** Passing the whole environment on to a child process or to the reader in env.ts is not reading it. */
function readsEnvironment(node) {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return isEnvironment(node.expression) && !buildFacts.test(node.getText());
  return (
    ts.isVariableDeclaration(node) &&
    ts.isObjectBindingPattern(node.name) &&
    node.initializer !== undefined &&
    isEnvironment(node.initializer)
  );
}

/** What Vite says about the build itself is no setting. */
const buildFacts = /^import\.meta\.env\.(DEV|PROD|MODE|SSR|BASE_URL)$/;

const isEnvironment = (node) => /^(globalThis\.)?process\.env$|^import\.meta\.env$/.test(node.getText());

const clocks =
  /^(globalThis\.)?(Date\.now|performance\.now|Temporal\.Now\b.*|Math\.random|crypto\.randomUUID|process\.hrtime)$/;

function readsClock(node) {
  if (ts.isPropertyAccessExpression(node)) return clocks.test(node.getText());
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  return ts.isCallExpression(node) && node.expression.getText() === 'Date';
}
