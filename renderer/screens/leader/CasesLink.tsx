import { createContext, type ReactNode, useContext } from 'react';
import { Link } from 'react-router';
import type {
  CaseSetName,
  CountedPeriod,
  Period,
  StatisticsScope,
} from '../../../shared/domain/statistics.ts';
import { figurePath } from './figure-path.ts';

interface Shown {
  period: Period;
  scope: StatisticsScope;
}

const ShownContext = createContext<Shown | null>(null);
export const ShownProvider = ShownContext.Provider;

/** The cases that the page speaks of. Only within its figures. */
export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (shown === null) throw new Error('Outside ShownProvider');
  return shown;
}

/** A number that opens exactly its cases. */
export function CasesLink(props: {
  set: CaseSetName;
  count: number;
  /** Where it is not the page's own. */
  period?: CountedPeriod;
  /** Narrower than the page. */
  scope?: StatisticsScope;
  className?: string | undefined;
  title?: string;
  children: ReactNode;
}) {
  const { set, count, period, scope, className, title, children } = props;
  const shown = useShown();
  const to = figurePath(set, period ?? shown.period, { ...shown.scope, ...scope });
  return (
    <Link to={to} data-count={count} className={className} title={title}>
      {children}
    </Link>
  );
}
