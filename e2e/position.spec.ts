import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectReflow, test } from './fixtures.ts';

/** Pages of what the browser prints. */
async function printed(page: Page): Promise<number> {
  const paper = await page.pdf({ format: 'A4' });
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Everything five times, in long words: more than a page holds. */
function overfull(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  if ('sentences' in answer && 'attention' in answer && 'recommendations' in answer) {
    const position = answer as Record<'attention' | 'recommendations', Record<string, unknown>[]>;
    const long = 'Everything that was agreed with every partner in every district about every child. '.repeat(
      4,
    );
    const five = (rows: Record<string, unknown>[]) =>
      [1, 2, 3, 4, 5].flatMap((n) =>
        rows.map((row, place) => ({
          ...row,
          id: `${row.id}${n}`,
          reference: `R${n}.${place}`,
          title: long,
          quote: long,
        })),
      );
    position.recommendations = five(position.recommendations).map((row) => ({
      ...row,
      was: 'GREEN',
      move: 'WORSE',
    }));
    position.attention = five(position.attention);
    Object.assign(answer, { attentionTotal: 480 });
    return;
  }
  for (const part of Object.values(answer)) overfull(part);
}

test('a board reads the position, sees what is behind its figures, looks at another day, and prints one page', async ({
  page,
  signInAs,
  plan,
  consoleNoise,
}) => {
  // Nothing was kept by the day that is asked for.
  consoleNoise.allowed.push(/status of 4(00|22)/);
  await signInAs('Improvement Board Chair, holder 1');

  await test.step('in plain words, with every figure the way to its list', async () => {
    await page.goto(`${plan}/position`);
    await expect(page.getByRole('region', { name: 'The position in words' })).toContainText(
      /of \d+ recommendations are on track or embedded/,
    );
    await expectAccessible(page, 'the position');
    await expectReflow(page, 'the position');
    const overdue = page.locator('[data-figure="overdue"]');
    const count = Number(await overdue.getAttribute('data-value'));
    await overdue.click();
    await expect(page).toHaveURL(/actions\?due=overdue/);
    await expect(page.getByText(new RegExp(`^${count} of \\d+$`))).toBeVisible();
    await page.goBack();
  });

  await test.step('where threads break, the list holds as many recommendations', async () => {
    const broken = page.locator('[data-break="NO_MEASURE"]');
    const count = await broken.getAttribute('data-value');
    await broken.click();
    await expect(
      page.getByText(new RegExp(`^${count} of \\d+ recommendations, where the thread breaks at`)),
    ).toBeVisible();
    await expect(page.locator('tbody tr')).toHaveCount(Number(count));
    await page.goBack();
  });

  await test.step('as at another day: said plainly, in the address, and its figures open what was kept', async () => {
    const choice = page.getByLabel('As at', { exact: true });
    const days = await choice
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const day = days[2] ?? '';
    await choice.selectOption(day);
    await expect(page).toHaveURL(new RegExp(`at=${day}`));
    await expect(page.getByText(/^As at .*, frozen with review \d+\.$/)).toBeVisible();
    await expectAccessible(page, 'the position as at a frozen date');
    const open = page.locator('[data-figure^="team:"][data-figure$=":open"]').first();
    const count = Number(await open.getAttribute('data-value'));
    await open.click();
    await expect(
      page.getByText('These are the actions that the position of that day counts there.'),
    ).toBeVisible();
    await expect(page.locator('tbody tr')).toHaveCount(count);
    await page.goBack();
    await page.getByLabel('Or the last kept by').fill('1 January 2020');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.getByText(/No snapshot was kept on 1 January 2020 or before/)).toBeVisible();
  });

  await test.step('on paper it is one page, however much there is', async () => {
    await page.goto(`${plan}/position`);
    await expect(page.getByRole('region', { name: 'The position in words' })).toBeVisible();
    expect(await printed(page)).toBe(1);
    await page.route('**/trpc/**', async (route) => {
      if (!route.request().url().includes('dashboard.position')) return route.continue();
      const answer = await route.fetch();
      const body: unknown = await answer.json();
      overfull(body);
      return route.fulfill({ response: answer, json: body });
    });
    await page.reload();
    await expect(page.getByRole('region', { name: 'The position in words' })).toBeVisible();
    expect(await printed(page)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('And 474 more.')).toBeVisible();
    await expect(page.getByText('OFFICIAL-SENSITIVE').last()).toBeVisible();
  });
});
