import { useQuery } from '@tanstack/react-query';
import type { FactGroup } from '../../../shared/domain/paragraph.ts';
import { caseFactGroups } from '../../../shared/domain/paragraph-facts.ts';
import { helpFactGroups, tellsGains } from '../../../shared/help-facts.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { useShown } from './CasesLink.tsx';
import type { Coming } from './coming.ts';
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
  /** Some of it is not here yet: nothing that is said so far may be read out. */
  isComing: boolean;
  /** Why some of it does not come; null otherwise. */
  failed: unknown;
}

export function useParagraph(
  page: LeaderPage,
  beside: { satisfaction: Coming<Satisfaction> | null; money: Coming<Money> | null },
): ParagraphInput {
  const satisfaction = beside.satisfaction?.value ?? null;
  const money = beside.money?.value ?? null;
  const trpc = useTRPC();
  const { office } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const { period, scope } = useShown();
  const silence = useSilence();
  const only = useScopeWords()(scope);
  const fields = useQuery(trpc.statistics.table.queryOptions({ period, scope, by: 'field' }));
  const isEnough = satisfaction !== null && satisfaction.now.of >= satisfaction.least;
  const cases = caseFactGroups({
    period,
    today,
    unit: unitWords(office.name, office.unit),
    figures: page.figures,
    lateByField: (fields.data?.rows ?? [])
      .map(({ key, late }) => ({ field: key, count: late }))
      .sort((a, b) => b.count - a.count),
    satisfaction: isEnough ? satisfaction.now : silence.satisfaction,
    response: isEnough ? satisfaction.response : silence.satisfaction,
    cashless: money?.now ?? silence.money,
  });
  const help = useHelpGroups(cases);
  const asked = [fields, ...help.asked];
  const others = [beside.satisfaction, beside.money];
  // Help given, days and ways saved are not split by what the cases are.
  return {
    groups: [...cases, ...(only === '' ? help.groups : help.groups.map(notSplit))],
    only,
    isComing: asked.some(({ isPending }) => isPending) || others.some((one) => one?.isComing),
    failed:
      asked.find(({ isError, data }) => isError && data === undefined)?.error ??
      others.find((one) => one?.failed)?.failed ??
      null,
  };
}

function useHelpGroups(cases: readonly FactGroup[]) {
  const trpc = useTRPC();
  const { period } = useShown();
  const { paragraphs } = useLeaderSettings();
  const gains = paragraphs.some(({ text }) => tellsGains(text));
  const digital = useQuery(trpc.digital.figures.queryOptions(period));
  const topics = useQuery(trpc.digital.topicFigures.queryOptions(period));
  const promises = useQuery({ ...trpc.promises.figures.queryOptions(period), enabled: gains });
  const catalogue = useQuery(trpc.statistics.catalogue.queryOptions({ period }));
  const facts = {
    digital: digital.data,
    topics: topics.data,
    promises: promises.data,
    catalogue: catalogue.data,
  };
  return {
    groups: helpFactGroups(facts, cases),
    asked: [digital, topics, catalogue, ...(gains ? [promises] : [])],
  };
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
