import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../shared/domain/ratio.ts';
import type { Period } from '../../shared/domain/statistics.ts';
import { useTRPC } from '../api.ts';

/** For whoever looks at a period without cases: the way to the nearest year that has some; nothing where that is shown already. */
export function YearWithCases(props: { period: Period; pathOf: (year: Period) => string }) {
  const { period, pathOf } = props;
  const trpc = useTRPC();
  const span = useQuery(trpc.statistics.span.queryOptions()).data?.span;
  const year = nearest(period.from, span ?? period).slice(0, 4);
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const isShown = period.from <= days.from && days.to <= period.to;
  const figure = { set: 'received' as const, ...days };
  const asked = useQuery({
    ...trpc.cases.list.queryOptions({ view: 'all', filter: { figure }, limit: 1 }),
    enabled: !!span && !isShown,
  });
  if (isShown || !asked.data?.total) return null;
  return (
    <Button component={Link} to={pathOf(days)}>
      Xem năm {year}, {formatInteger(asked.data.total)} hồ sơ
    </Button>
  );
}

function nearest(day: string, { from, to }: Period): string {
  if (day < from) return from;
  return day > to ? to : day;
}
