import useMediaQuery from '@mui/material/useMediaQuery';

/** True on the 1024 px screen, where a list leaves out what the case page shows too. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 1180px)');
}
