import { Link } from 'react-router';
import { formatInteger, formatPercent, percentHundredths } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import type { DigitalFigures, FunnelStep } from '../../../shared/views-digital.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { countedPath } from './digital-paths.ts';
import styles from './Reach.module.css';
import { useDigitalSetup } from './use-digital-setup.ts';

/** How many went on, step by step: full is who took the step, hatched who took only the one before. */
export function FunnelPanel({ figures }: { figures: DigitalFigures }) {
  const setup = useDigitalSetup();
  const { funnel, known, from, to } = figures;
  const whole = funnel[0]?.of ?? funnel[0]?.people ?? 0;
  const population = setup?.populations.find(({ id }) => id === setup.funnelPopulation)?.label ?? '';
  const peopleOf = ({ measure, people }: FunnelStep) => (
    <Link to={countedPath({ kind: 'people', measure, state: 'reached', area: null, period: { from, to } })}>
      {formatInteger(people)}
    </Link>
  );
  return (
    <Panel title="Từng bước" note={`mỗi bước chia cho bước trước, đến ${formatDay(to)}`} flush>
      {funnel.length === 0 ? (
        <EmptyState title="Chưa có bước nào">Đặt các bước ở Cài đặt → Hỗ trợ số.</EmptyState>
      ) : known === 0 ? (
        <EmptyState title="Chưa có người nào có thẻ">
          Mở thẻ của người đầu tiên ở Người dân, hoặc khi tiếp nhận hồ sơ.
        </EmptyState>
      ) : (
        <table className={styles.reach}>
          <caption className="hidden">Người đạt từng bước</caption>
          <thead>
            <tr>
              <th scope="col">Bước</th>
              <td />
              <th scope="col">Người</th>
              <th scope="col">Trên</th>
              <th scope="col">Tỷ lệ</th>
            </tr>
          </thead>
          <tbody>
            {funnel.map((step, index) => {
              const before = funnel[index - 1];
              return (
                <tr key={step.measure}>
                  <th scope="row">{step.label}</th>
                  <td className={styles.drawn} aria-hidden="true">
                    <span className={styles.track}>
                      <i data-of="" style={{ width: widthOf(step.of ?? step.people, whole) }} />
                      <i style={{ width: widthOf(step.people, whole) }} />
                    </span>
                  </td>
                  <td>{peopleOf(step)}</td>
                  <td>
                    {before ? peopleOf(before) : step.of === null ? '–' : formatInteger(step.of)}
                    <small>{before ? 'bước trước' : step.of === null ? 'chưa có mẫu số' : population}</small>
                  </td>
                  <td>{percentOf(step)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

const widthOf = (count: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.min(100, (count / whole) * 100)}%`;

function percentOf({ people, of }: FunnelStep): string {
  const share = of === null ? null : percentHundredths(people, of);
  return share === null ? '–' : formatPercent(share);
}
