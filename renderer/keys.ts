import { useEffect, useRef } from 'react';

/**
 * The keys of the counter, said once: the listener, the keycaps on the buttons and the sheet behind `?` read this table.
 * Combos are `Ctrl+`/`Alt+` and a `KeyboardEvent.key` (letters in lower case).
 */
export const keys = {
  receive: { combos: ['F2'], caps: ['F2'], words: 'Tiếp nhận' },
  search: { combos: ['Ctrl+k', 'F3'], caps: ['Ctrl K'], words: 'Tìm, quét phiếu' },
  return: { combos: ['F4'], caps: ['F4'], words: 'Trả kết quả' },
  supplement: { combos: ['F6'], caps: ['F6'], words: 'Yêu cầu bổ sung' },
  print: { combos: ['F8'], caps: ['F8'], words: 'In' },
  handover: { combos: ['F9'], caps: ['F9'], words: 'Chuyển xử lý' },
  copyNotice: { combos: ['Alt+c'], caps: ['Alt C'], words: 'Chép tin báo người dân' },
  callNext: { combos: ['Alt+g'], caps: ['Alt G'], words: 'Gọi tiếp' },
  callAgain: { combos: ['Alt+l'], caps: ['Alt L'], words: 'Gọi lại' },
  absent: { combos: ['Alt+v'], caps: ['Alt V'], words: 'Vắng' },
  served: { combos: ['Alt+x'], caps: ['Alt X'], words: 'Xong' },
  primary: { combos: ['Ctrl+Enter'], caps: ['Ctrl', '↵'], words: 'Làm việc chính của trang' },
  back: { combos: ['Escape'], caps: ['Esc'], words: 'Đóng, quay lại' },
  undo: { combos: ['Ctrl+z'], caps: ['Ctrl Z'], words: 'Hoàn tác' },
  rail1: { combos: ['Alt+1'], caps: ['Alt 1'], words: 'Mục thứ 1 của thanh bên' },
  rail2: { combos: ['Alt+2'], caps: ['Alt 2'], words: 'Mục thứ 2 của thanh bên' },
  rail3: { combos: ['Alt+3'], caps: ['Alt 3'], words: 'Mục thứ 3 của thanh bên' },
  rail4: { combos: ['Alt+4'], caps: ['Alt 4'], words: 'Mục thứ 4 của thanh bên' },
  rail5: { combos: ['Alt+5'], caps: ['Alt 5'], words: 'Mục thứ 5 của thanh bên' },
  rail6: { combos: ['Alt+6'], caps: ['Alt 6'], words: 'Mục thứ 6 của thanh bên' },
  rail7: { combos: ['Alt+7'], caps: ['Alt 7'], words: 'Mục thứ 7 của thanh bên' },
  rail8: { combos: ['Alt+8'], caps: ['Alt 8'], words: 'Mục thứ 8 của thanh bên' },
  rail9: { combos: ['Alt+9'], caps: ['Alt 9'], words: 'Mục thứ 9 của thanh bên' },
  rail0: { combos: ['Alt+0'], caps: ['Alt 0'], words: 'Mục thứ 10 của thanh bên' },
  lock: { combos: ['Alt+k'], caps: ['Alt K'], words: 'Khóa màn hình' },
  sheet: { combos: ['?'], caps: ['?'], words: 'Xem tất cả phím' },
} as const satisfies Record<string, { combos: readonly string[]; caps: readonly string[]; words: string }>;
export type KeyName = keyof typeof keys;

export type KeyActs = Partial<Record<KeyName, () => void>>;

interface Layer {
  acts: KeyActs;
  inDialog: boolean;
}

/** The last layer that knows the key gets it: a page before the frame, a dialog before the page. */
const layers: { current: Layer }[] = [];

/**
 * Listens for named keys while the component is mounted. While a dialog is open only layers with `inDialog` hear.
 * A key without an act falls through to the layer below; `?` and `Ctrl+Z` stay with the field being typed in, Ctrl+Enter
 * with none: a list that would open at it never hears it.
 * @param options.isBase the frame's layer, under every other whenever it is mounted.
 */
export function useKeys(acts: KeyActs, options: { inDialog?: boolean; isBase?: boolean } = {}): void {
  const { inDialog = false, isBase = false } = options;
  const layer = useRef<Layer>({ acts, inDialog });
  useEffect(() => {
    layer.current = { acts, inDialog };
  });
  useEffect(() => {
    if (layers.length === 0) {
      window.addEventListener('keydown', listen);
      window.addEventListener('keydown', listenFirst, true);
    }
    if (isBase) layers.unshift(layer);
    else layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length > 0) return;
      window.removeEventListener('keydown', listen);
      window.removeEventListener('keydown', listenFirst, true);
    };
  }, [isBase]);
}

function listenFirst(event: KeyboardEvent): void {
  if (nameOf(event) !== 'primary') return;
  listen(event);
  if (event.defaultPrevented) event.stopPropagation();
}

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  if (name === undefined) return;
  if ((name === 'sheet' || name === 'undo') && isTyping(event.target)) return;
  const dialogOpen = document.querySelector('[aria-modal="true"]') !== null;
  const layer = layers.findLast(({ current }) => current.acts[name] && (current.inDialog || !dialogOpen));
  const act = layer?.current.acts[name];
  // A function key that has no act here must not fall to the browser (F3 opens its own search).
  if (act || /^F\d/.test(event.key)) event.preventDefault();
  if (!event.repeat) act?.();
}

function nameOf(event: KeyboardEvent): KeyName | undefined {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const combo = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
  return (Object.keys(keys) as KeyName[]).find((name) =>
    (keys[name].combos as readonly string[]).includes(combo),
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
  );
}
