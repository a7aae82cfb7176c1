import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';

/** Every screen of the sample plan, as the post that works there. The story covers the screens on its own way. */
const SCREENS: { post: string; screens: [path: string, heading: string][] }[] = [
  {
    post: 'Programme Lead',
    screens: [
      ['$plan/position', 'Position'],
      ['$plan/actions', 'Actions'],
      ['$plan/recommendations', 'Recommendations'],
      ['$plan/evidence', 'Evidence'],
      ['$plan/measures', 'Measures'],
      ['$plan/measures?open=M4', 'Measures'],
      ['$plan/reports', 'Reports'],
      ['$plan/readiness', 'Readiness'],
      ['$plan/enquiries', 'Lines of enquiry'],
      ['$plan/packs', 'Evidence packs'],
      ['$plan/pack-check', 'Check a pack'],
      ['$plan/redactions', ''],
      ['/my-week', 'My week'],
      ['/teams', 'Teams'],
      ['/audit', ''],
      ['/account', 'Your account'],
      ['/more', ''],
      ['/plans/new?by=hand', ''],
    ],
  },
  {
    post: 'Administrator',
    screens: [
      ['/people', 'People'],
      ['/teams', 'Teams'],
      ['/', ''],
    ],
  },
  {
    post: 'Police Partnership Lead, holder 1',
    screens: [
      ['/my-week', 'My week'],
      ['$plan/actions', 'Actions'],
    ],
  },
  {
    post: 'Improvement Board Chair, holder 1',
    screens: [
      ['$plan/position', 'Position'],
      ['$plan/evidence', 'Evidence'],
      ['$plan/readiness', 'Readiness'],
      ['$plan/measures', 'Measures'],
    ],
  },
];

test('the check of every screen finds what is planted', async ({ page }) => {
  for (const [fault, rule] of [
    ['<p style="color: #aaa; background: #fff">Pale words</p>', 'color-contrast'],
    ['<input type="text">', 'label'],
  ]) {
    await page.setContent(
      `<html lang="en" data-mantine-color-scheme="light"><title>Planted</title><main>${fault}</main></html>`,
    );
    await expect(expectAccessible(page, 'a planted fault')).rejects.toThrow(rule);
  }
});

for (const { post, screens } of SCREENS) {
  test(`the screens of ${post} are accessible and fit every width`, async ({ page, signInAs, plan }) => {
    test.setTimeout(480_000);
    await signInAs(post);
    for (const [path, heading] of screens) {
      await page.goto(path.replace('$plan', plan));
      await expect(
        page.getByRole('heading', { level: 1, ...(heading ? { name: heading } : {}) }),
      ).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page, `${path} as ${post}`);
      await expectReflow(page, `${path} as ${post}`);
    }
  });
}

test('the whole plan can be walked by keyboard', async ({ page, signInAs, plan }) => {
  await signInAs('Programme Lead');
  await page.goto(`${plan}/actions?q=R2.A2`);
  await expect(page.getByRole('link', { name: /^R2\.A2/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  const row = page.getByRole('link', { name: /^R2\.A2/ });
  for (
    let presses = 0;
    presses < 40 && !(await row.evaluate((el) => el === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: /^R2\.A2/ });
  await expect(panel).toBeVisible();
  await page.getByRole('button', { name: 'Assign' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Assign' })).toBeFocused();
});
