import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { MoneySums } from '../../../shared/domain/settlement.ts';
import type { Settlement } from '../../../shared/views-shift.ts';
import { Panel } from '../../components/Panel.tsx';
import styles from './Settlement.module.css';
import { type MoneyFilter, pathOf, type SettlementPlace } from './settlement-place.ts';

/** The same money by cashier and by procedure; a line filters the list, once more shows all of it. */
export function Parts({ place, settlement }: { place: SettlementPlace; settlement: Settlement }) {
  const { byCashier, byProcedure } = settlement;
  return (
    <div className={styles.parts}>
      <Panel title="Theo người thu" flush>
        <ul className={styles.part}>
          {byCashier.map(({ personId, name, ...sums }) => (
            <Part
              key={personId}
              place={place}
              name={name}
              sums={sums}
              filter={{ personId }}
              isChosen={place.filter.personId === personId}
            />
          ))}
        </ul>
      </Panel>
      <Panel title="Theo thủ tục" note={`${formatInteger(byProcedure.length)} thủ tục`} flush fill>
        <ul className={styles.part}>
          {byProcedure.map(({ code, name, ...sums }) => (
            <Part
              key={code}
              place={place}
              name={name}
              sums={sums}
              filter={{ procedureCode: code }}
              isChosen={place.filter.procedureCode === code}
            />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Part(props: {
  place: SettlementPlace;
  name: string;
  sums: MoneySums;
  filter: MoneyFilter;
  isChosen: boolean;
}) {
  const { place, name, sums, filter, isChosen } = props;
  return (
    <li>
      <Link
        to={pathOf({ ...place, filter: isChosen ? {} : filter })}
        aria-current={isChosen ? 'true' : undefined}
        title={name}
      >
        <span className="cut">{name}</span>
        <small>{formatInteger(sums.notes)}</small>
        <b>{formatInteger(sums.net)}</b>
      </Link>
    </li>
  );
}
