import { useQuery } from '@tanstack/react-query';
import type { ParagraphFacts } from '../../../shared/domain/paragraph.ts';
import {
  catalogueFacts,
  digitalFacts,
  gainFacts,
  noGains,
  tellsGains,
  topicFacts,
} from '../../../shared/help-facts.ts';
import { useTRPC } from '../../api.ts';
import { useShown } from './CasesLink.tsx';
import { useLeaderSettings } from './use-leader-settings.ts';

/** Help given, days and ways saved, as words of the paragraph. They are not split by what the cases are. */
export function useHelpFacts(): ParagraphFacts {
  const trpc = useTRPC();
  const { period, scope } = useShown();
  const digital = useQuery(trpc.digital.figures.queryOptions(period)).data;
  const topics = useQuery(trpc.digital.topicFigures.queryOptions(period)).data;
  const { paragraphs } = useLeaderSettings();
  const promises = useQuery({
    ...trpc.promises.figures.queryOptions(period),
    enabled: paragraphs.some(({ text }) => tellsGains(text)),
  }).data;
  const catalogue = useQuery(trpc.statistics.catalogue.queryOptions({ period })).data;
  const isWhole = Object.keys(scope).length === 0;
  const facts = {
    ...(digital && digitalFacts(digital)),
    ...(topics && topicFacts(topics)),
    ...(promises ? gainFacts(promises) : noGains),
    ...(catalogue && catalogueFacts(catalogue)),
  };
  return isWhole ? facts : Object.fromEntries(Object.keys(facts).map((name) => [name, null]));
}
