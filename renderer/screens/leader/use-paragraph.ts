import { useQuery } from '@tanstack/react-query';
import type { FactGroup } from '../../../shared/domain/paragraph.ts';
import { caseFactGroups } from '../../../shared/domain/paragraph-facts.ts';
import { helpFactGroups, tellsGains } from '../../../shared/help-facts.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { useShown } from './CasesLink.tsx';
import { useLeaderSettings } from './use-leader-settings.ts';
import type { Money } from './use-money.ts';
import type { Satisfaction } from './use-satisfaction.ts';
import { useScopeWords } from './use-scope-words.ts';
import { useSilence } from './use-silence.ts';

/** What a paragraph is filled with. */
export interface ParagraphInput {
  groups: readonly FactGroup[];
  /** Whose cases they count; '' of the whole office. */
  only: string;
}

export function useParagraph(
  page: LeaderPage,
  satisfaction: Satisfaction | null,
  money: Money | null,
): ParagraphInput {
  const trpc = useTRPC();
  const { office } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const { period, scope } = useShown();
  const silence = useSilence();
  const only = useScopeWords()(scope);
  const { data } = useQuery(trpc.statistics.table.queryOptions({ period, scope, by: 'field' }));
  const isEnough = satisfaction !== null && satisfaction.now.of >= satisfaction.least;
  const cases = caseFactGroups({
    period,
    today,
    unit: unitWords(office.name, office.unit),
    figures: page.figures,
    lateByField: (data?.rows ?? [])
      .map(({ key, late }) => ({ field: key, count: late }))
      .sort((a, b) => b.count - a.count),
    satisfaction: isEnough ? satisfaction.now : silence.satisfaction,
    response: isEnough ? satisfaction.response : silence.satisfaction,
    cashless: money?.now ?? silence.money,
  });
  const help = useHelpGroups(cases);
  // Help given, days and ways saved are not split by what the cases are.
  return { groups: [...cases, ...(only === '' ? help : help.map(notSplit))], only };
}

function useHelpGroups(cases: readonly FactGroup[]): FactGroup[] {
  const trpc = useTRPC();
  const { period } = useShown();
  const { paragraphs } = useLeaderSettings();
  const digital = useQuery(trpc.digital.figures.queryOptions(period)).data;
  const topics = useQuery(trpc.digital.topicFigures.queryOptions(period)).data;
  const promises = useQuery({
    ...trpc.promises.figures.queryOptions(period),
    enabled: paragraphs.some(({ text }) => tellsGains(text)),
  }).data;
  const catalogue = useQuery(trpc.statistics.catalogue.queryOptions({ period })).data;
  return helpFactGroups({ digital, topics, promises, catalogue }, cases);
}

const notSplit = ({ title, facts }: FactGroup): FactGroup => ({
  title,
  facts: Object.fromEntries(Object.keys(facts).map((name) => [name, 'notSplit' as const])),
});

/** "Bộ phận Một cửa thị trấn Ít Ong". */
function unitWords(name: string, unit: string): string {
  if (name.toLowerCase().includes(unit.toLowerCase())) return name;
  return `${name} ${unit.slice(0, 1).toLowerCase()}${unit.slice(1)}`;
}
