import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import IconButton from '@mui/material/IconButton';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { Pages } from './use-pages.ts';

/** "101–200 trong 3.717", with the pages before and after; nothing where one page holds all. */
export function Pager(props: {
  pages: Pages;
  next: { at: string; id: number } | null;
  shown: number;
  total: number;
}) {
  const { pages, next, shown, total } = props;
  if (shown >= total) return null;
  const { from, back, on } = pages;
  return (
    <>
      <span>
        {formatInteger(from + 1)}–{formatInteger(from + shown)} trong {formatInteger(total)}
      </span>
      <IconButton aria-label="Trang trước" disabled={!back} onClick={back}>
        <ChevronLeft />
      </IconButton>
      <IconButton aria-label="Trang sau" disabled={next === null} onClick={() => next && on(next, shown)}>
        <ChevronRight />
      </IconButton>
    </>
  );
}
