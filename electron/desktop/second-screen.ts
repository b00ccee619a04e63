import { BrowserWindow, type Display, screen } from 'electron';
import { displayPartition, origin } from './address.ts';
import { pagePreferences } from './windows.ts';

/** The screen for citizens on this PC. */
export interface SecondScreen {
  /** From now on it fills a second display while there is one. */
  begin(): void;
  /** Asked for by the clerk: to the front, as an ordinary window where there is one display alone. */
  show(): void;
  close(): void;
}

/** Displays come and go with their cables: the window follows, and leaves the clerk's own display when its own is gone. */
export function openSecondScreen(): SecondScreen {
  let window: BrowserWindow | undefined;
  let isEnded = false;

  const close = (): void => {
    window?.destroy();
    window = undefined;
  };
  const open = (display: Display | undefined): void => {
    close();
    const made = new BrowserWindow({
      show: false,
      title: 'Màn hình người dân',
      ...(display ? { ...display.bounds, frame: false, skipTaskbar: true } : { width: 1280, height: 720 }),
      webPreferences: { ...pagePreferences, partition: displayPartition, plugins: false },
    });
    window = made;
    made.once('closed', () => {
      if (window === made) window = undefined;
    });
    made.once('ready-to-show', () => {
      // Not by full screen, which is cropped where two displays have unlike scales; and the clerk goes on typing.
      if (display) made.setBounds(display.bounds);
      made.showInactive();
    });
    void made.loadURL(`${origin}/man-hinh`);
  };
  const follow = (): void => {
    const display = secondDisplay();
    if (isEnded) return;
    if (display) open(display);
    else close();
  };

  return {
    begin: () => {
      if (secondDisplay()) follow();
      screen.on('display-added', follow);
      screen.on('display-removed', follow);
    },
    show: () => {
      if (isEnded) return;
      if (window) window.showInactive();
      else open(secondDisplay());
    },
    close: () => {
      isEnded = true;
      close();
    },
  };
}

function secondDisplay(): Display | undefined {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().find(({ id }) => id !== primary);
}
