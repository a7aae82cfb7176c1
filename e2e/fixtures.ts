import { SAMPLE_PASSWORD } from '@gt/contracts/words';
import { type APIResponse, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';

export { expect };

/** Sample accounts by post, as the seed makes them. */
export type SampleAccount = { email: string; name: string; roles: string[] };

type Fixtures = {
  /** Signs a browser context in without typing: the cookie comes from the real sign-in route. */
  signInAs(name: string, context?: BrowserContext): Promise<SampleAccount>;
  /** Address of the sample plan, such as /plans/0190…: only after signing in. */
  plan: string;
  /** Fails the test on any console error or page error. Tests that provoke one add it to `allowed`. */
  consoleNoise: { allowed: RegExp[] };
};

const BROWSER_HEADERS = { 'x-golden-thread': '1', 'content-type': 'application/json' };

export async function signIn(
  context: BrowserContext,
  url: string,
  credentials: { email: string; password: string },
): Promise<APIResponse> {
  const answer = await context.request.post(`${url}/api/auth/sign-in/email`, {
    headers: BROWSER_HEADERS,
    data: credentials,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer;
}

/** Signs a context in as one of the sample posts. */
export async function signInOn(context: BrowserContext, url: string, name: string): Promise<SampleAccount> {
  const { accounts } = await (await context.request.get(`${url}/api/sample-accounts`)).json();
  const account = (accounts as SampleAccount[]).find((candidate) => candidate.name === name);
  if (!account)
    throw new Error(
      `No sample account "${name}". There are: ${accounts.map((a: SampleAccount) => a.name).join(', ')}`,
    );
  await signIn(context, url, { email: account.email, password: SAMPLE_PASSWORD });
  return account;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
  baseURL: async ({}, use) => {
    await use(process.env.E2E_URL);
  },

  signInAs: async ({ context, baseURL }, use) => {
    await use((name, other = context) => signInOn(other, baseURL ?? '', name));
  },

  plan: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext();
    await signInOn(context, baseURL ?? '', 'Programme Lead');
    const answer = await context.request.get(`${baseURL}/trpc/plans.list`, { headers: BROWSER_HEADERS });
    const plans: { id: string; name: string }[] = (await answer.json()).result.data;
    await context.close();
    await use(`/plans/${plans.find(({ name }) => name.startsWith('Northmoor'))?.id}`);
  },

  consoleNoise: [
    async ({ context }, use) => {
      const noise = { allowed: [/status of 401/, /net::ERR_ABORTED/] as RegExp[] };
      const found: string[] = [];
      context.on('weberror', (event) => found.push(String(event.error())));
      context.on('console', (message) => {
        if (message.type() === 'error') found.push(`${message.text()} (${message.location().url})`);
      });
      await use(noise);
      expect(found.filter((text) => !noise.allowed.some((allowed) => allowed.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Nothing fades any more: half-transparent words would be judged by a contrast that nobody reads them at. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const until = performance.now() + 3_000;
    // What fades may set off what is inside it, a frame later. What goes round for ever, such as the bar of long
    // work, is never finished, nor is an animation whose element was taken off the page.
    const isFading = () =>
      document
        .getAnimations()
        .some(
          (animation) =>
            animation.playState !== 'finished' &&
            animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
        );
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let calm = 0; calm < 3 && performance.now() < until; calm = isFading() ? 0 : calm + 1) await frame();
  });
}

/** No serious or critical finding on the page as it stands, in light and in dark. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A control half under the top bar would be measured by what is left of it.
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // On a busy machine the page hears of it a moment later, and half of it would be judged in the other scheme.
    await page.waitForFunction(
      (scheme) => document.documentElement.dataset.mantineColorScheme === scheme,
      colorScheme,
    );
    await settled(page);
    await expectNothingSerious(
      page,
      `${what}, ${colorScheme}`,
      colorScheme === 'light' ? EVERYTHING : COLOURS,
    );
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const EVERYTHING: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
/** The rules whose answer another colour scheme may change. */
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** No serious or critical finding on the page as it is: for papers, which know of no colour scheme. */
export async function expectNothingSerious(page: Page, what: string, runOnly = EVERYTHING): Promise<void> {
  // Once a document: the script is larger than most pages. None of ours holds a frame.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    (only) =>
      (window as unknown as { axe: typeof axe }).axe
        // Without addresses, of which there would be thousands for places where nothing was found.
        .run({ runOnly: only, resultTypes: ['violations'], selectors: false })
        .then((results) => results.violations),
    runOnly,
  );
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const report = serious.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html.slice(0, 200)).join('\n  ')}`,
  );
  expect(report, what).toEqual([]);
}

/** Nothing wider than the screen: no scrolling sideways, except inside a table's own frame. */
export async function expectReflow(page: Page, what: string): Promise<void> {
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    // What follows the width by script does so a moment later.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
        message: `${what} at ${width}px`,
      })
      .toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
