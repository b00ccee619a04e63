import { existsSync } from 'node:fs';

/** A name beside a wished one that nothing lies under: whatever the clock says, what was put away stays where it is. */
export function freeName(wished: string, ending = ''): string {
  let name = `${wished}${ending}`;
  for (let number = 2; existsSync(name); number += 1) name = `${wished}-${number}${ending}`;
  return name;
}
