import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../shared/domain/ratio.ts';
import type { Period } from '../../shared/domain/statistics.ts';
import { useTRPC } from '../api.ts';

/** For whoever looks at a period without cases: the way to the nearest year that has some; nothing in an empty register. */
export function YearWithCases(props: { period: Period; pathOf: (year: Period) => string }) {
  const { period, pathOf } = props;
  const trpc = useTRPC();
  const span = useQuery(trpc.statistics.span.queryOptions()).data?.span;
  const year = (span && period.from > span.to ? span.to : (span?.from ?? period.from)).slice(0, 4);
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const figure = { set: 'received' as const, ...days };
  const asked = useQuery({
    ...trpc.cases.list.queryOptions({ view: 'all', filter: { figure }, limit: 1 }),
    enabled: !!span,
  });
  if (!asked.data?.total) return null;
  return (
    <Button component={Link} to={pathOf(days)}>
      Xem năm {year}, {formatInteger(asked.data.total)} hồ sơ
    </Button>
  );
}
