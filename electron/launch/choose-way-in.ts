import type { Browser } from './find-browser.ts';

export interface Circumstances {
  /** False after --no-open. */
  open: boolean;
  portGiven: boolean;
  display: boolean;
  /** Asked only when a window is wanted and possible: asking may start a download. */
  electron: () => Promise<string | undefined>;
  browser: () => Browser | undefined;
}

export type WayIn =
  | { kind: 'electron'; program: string; line: string }
  | { kind: 'window'; browser: Browser; line: string }
  | { kind: 'address'; line: string };

/** Which of the three ways the counter opens, and the one line that says so and why. */
export async function chooseWayIn(now: Circumstances): Promise<WayIn> {
  if (!now.open) return address('vì có --no-open');
  if (!now.display) return address('vì máy này không có màn hình');
  const program = now.portGiven ? undefined : await now.electron();
  if (program) return { kind: 'electron', program, line: 'Mở quầy trong Electron, vì máy này có Electron.' };
  return openInBrowser(
    now.browser(),
    now.portGiven ? 'vì có --port' : 'vì máy này chưa có Electron và không tải được',
  );
}

/** The way in when Electron is out of the question for `reason`. */
export function openInBrowser(browser: Browser | undefined, reason: string): WayIn {
  if (!browser) return address(`${reason}, và không thấy Chromium, Chrome hay Edge`);
  return {
    kind: 'window',
    browser,
    line: `Mở quầy trong cửa sổ ${browser.name} (${browser.path}), ${reason}.`,
  };
}

function address(reason: string): WayIn {
  return { kind: 'address', line: `Chỉ phục vụ tại địa chỉ dưới đây, ${reason}.` };
}
