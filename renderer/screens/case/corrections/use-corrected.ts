import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** What the form of a correction tells the page of the case: the version it made, and its slips. */
export interface Corrected {
  version: number;
  jobIds: number[];
}

/** The correction that led here, once: a reload shows its slips no second time. */
export function useCorrected(onSlips: (jobIds: number[]) => void): Corrected | null {
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const told = toldBy(state);
  const [corrected, setCorrected] = useState<Corrected | null>(null);
  useEffect(() => {
    if (told === null) return;
    setCorrected(told);
    onSlips(told.jobIds);
    void navigate(pathname, { replace: true, state: null });
  }, [told, onSlips, navigate, pathname]);
  return corrected;
}

function toldBy(state: unknown): Corrected | null {
  return typeof state === 'object' && state !== null && 'corrected' in state
    ? (state.corrected as Corrected)
    : null;
}
