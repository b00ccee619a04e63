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

/**
 * Displays come and go with their cables: the window follows its own, and ends with it. What happens to another display
 * concerns nobody here: the citizen may be answering just then.
 */
export function openSecondScreen(): SecondScreen {
  let window: BrowserWindow | undefined;
  /** The display that the window fills, or filled until somebody closed it; undefined: it is an ordinary window. */
  let filled: Display | undefined;
  let isEnded = false;

  const close = (): void => {
    window?.destroy();
    window = undefined;
  };
  const open = (display: Display | undefined): void => {
    close();
    filled = display;
    const made = new BrowserWindow({
      show: false,
      title: 'Màn hình người dân',
      ...(display ? { ...display.bounds, frame: false, skipTaskbar: true } : { width: 1280, height: 720 }),
      webPreferences: {
        ...pagePreferences,
        partition: displayPartition,
        plugins: false,
        // A call must be heard though nobody has touched the screen since the morning.
        autoplayPolicy: 'no-user-gesture-required',
      },
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
    if (isEnded) return;
    const display = secondDisplay(filled?.id);
    if (display === undefined) {
      // The ordinary window stands on the clerk's own display and stays there.
      if (filled) close();
      filled = undefined;
    } else if (display.id !== filled?.id) open(display);
    else {
      filled = display;
      window?.setBounds(display.bounds);
    }
  };

  return {
    begin: () => {
      follow();
      screen.on('display-added', follow);
      screen.on('display-removed', follow);
      screen.on('display-metrics-changed', follow);
    },
    show: () => {
      if (isEnded) return;
      if (window) window.showInactive();
      else open(secondDisplay(filled?.id));
    },
    close: () => {
      isEnded = true;
      close();
    },
  };
}

/** Not the clerk's own; the one it was, while that is there. */
function secondDisplay(before: number | undefined): Display | undefined {
  const primary = screen.getPrimaryDisplay().id;
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary);
  return others.find(({ id }) => id === before) ?? others[0];
}
