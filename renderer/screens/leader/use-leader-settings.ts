import { createContext, useContext } from 'react';
import type { LeaderSettings } from '../../../shared/views-leader.ts';

const SettingsContext = createContext<LeaderSettings | null>(null);
export const LeaderSettingsProvider = SettingsContext.Provider;

/** Targets, templates and what was typed in. Only on the leader's page. */
export function useLeaderSettings(): LeaderSettings {
  const settings = useContext(SettingsContext);
  if (settings === null) throw new Error('Outside LeaderSettingsProvider');
  return settings;
}
