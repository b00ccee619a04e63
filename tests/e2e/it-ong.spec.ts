import { expect, test } from './counter.ts';

test.use({ counterArgs: ['--sample', 'it-ong-2024'] });
test.setTimeout(120_000);

test('Ít Ong 2024: the board says 3.716/3.717 = 99,97 %, the late one opens, a name is found', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('main')).toContainText('3.716/3.717 = 99,97 %');
  await expect(page.locator('main')).toContainText('3.717/3.717 = 100 %');
  await page.goto('/ho-so?view=all&year=2024&timeliness=late');
  await expect(page.locator('[role=row][data-id]')).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('giang a pao');
  await expect(page.getByRole('option').first()).toContainText('Giàng A Páo');
});
