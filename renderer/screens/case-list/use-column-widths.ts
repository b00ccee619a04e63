import { useState } from 'react';

/** Widths of columns that somebody dragged, remembered on this computer under a list's name. */
export function useColumnWidths(
  list: string,
): [Record<string, number>, (field: string, width: number) => void] {
  const key = `mot-cua.widths.${list}`;
  const [widths, setWidths] = useState(() => readWidths(key));
  const remember = (field: string, width: number) => {
    const next = { ...widths, [field]: Math.round(width) };
    setWidths(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  return [widths, remember];
}

function readWidths(key: string): Record<string, number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, width]) => typeof width === 'number'));
  } catch {
    return {};
  }
}
