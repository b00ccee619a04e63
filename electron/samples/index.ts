import { nowAt } from '../now.ts';
import { eaYong2024 } from './ea-yong.ts';
import { haiChau2024 } from './hai-chau.ts';
import { itOng2024 } from './it-ong-2024.ts';
import { ordinaryDay } from './ordinary-day.ts';
import { type CallAs, play, type Scene } from './play.ts';
import { thanhOai2024 } from './thanh-oai.ts';
import { tranDangNinh2024 } from './tran-dang-ninh.ts';

/** Each scene by its name, made from the office time that it ends at. */
export const scenes: Record<string, (now: string) => Scene> = {
  'it-ong-2024': itOng2024,
  'ea-yong': eaYong2024,
  'hai-chau': haiChau2024,
  'thanh-oai': thanhOai2024,
  'tran-dang-ninh': tranDangNinh2024,
  'mot-ngay': ordinaryDay,
};

/** Plays an ordinary day into the empty register of a running counter. */
export async function playOrdinaryDay(as: CallAs, now: number): Promise<void> {
  await play(ordinaryDay(nowAt(now).officeTime), as, () => {});
}
