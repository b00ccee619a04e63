import type { Page } from '@playwright/test';
import type { Picture } from './picture-list.ts';

/** The leader's page of each scene, in the period that was reported; the real clock, for what was then is over. */
export const sceneShots: (Picture & { scene: string })[] = [
  { name: 'canh-it-ong', scene: 'it-ong-2024', at: '/lanh-dao?ky=year&tu=2024-01-01', before: figures },
  {
    name: 'canh-tran-dang-ninh',
    scene: 'tran-dang-ninh',
    at: '/lanh-dao?ky=own&tu=2023-01-01&den=2024-06-30',
    before: figures,
  },
  {
    name: 'canh-hai-chau',
    scene: 'hai-chau',
    at: '/lanh-dao?ky=quarter&tu=2024-10-01&theo=point',
    before: figures,
  },
  { name: 'canh-thanh-oai', scene: 'thanh-oai', at: '/lanh-dao?ky=day&tu=2024-08-27', before: figures },
  { name: 'canh-ea-yong', scene: 'ea-yong', at: '/lanh-dao?ky=year&tu=2024-01-01', before: figures },
  { name: 'bao-cao', scene: 'it-ong-2024', at: '/bao-cao?ky=year&tu=2024-01-01&den=2024-12-31' },
  { name: 'ho-tro-so', scene: 'ea-yong', at: '/ho-tro-so?nguoi=1', before: backTo2024 },
  { name: 'do-phu', scene: 'ea-yong', at: '/ho-tro-so/do-phu', before: backTo2024 },
];

/** A large register takes its time: the last tile and the paragraph are there. */
async function figures(page: Page): Promise<void> {
  await page.getByText('Hài lòng', { exact: true }).waitFor({ timeout: 60_000 });
  await page.getByText('Đang tính đoạn báo cáo').waitFor({ state: 'hidden', timeout: 60_000 });
}

/** The scenes are of 2024, whatever the year of the picture. */
async function backTo2024(page: Page): Promise<void> {
  while (!(await page.getByText('2024', { exact: true }).isVisible()))
    await page.getByRole('button', { name: 'Năm trước' }).click();
}
