import { isSatisfied } from '../../../shared/domain/rating.ts';
import type { RatingFigures } from '../../../shared/domain/rating-figures.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { markLabel } from '../../../shared/labels.ts';
import { Face } from '../../components/Face.tsx';
import { Panel } from '../../components/Panel.tsx';
import { CountBars } from './CountBars.tsx';

/** How often each mark of a scale was given; marks that are not satisfied are hatched. */
export function Distribution({ scale, n, marks }: RatingFigures['scales'][number]) {
  return (
    <Panel title={`Thang ${scale} mức`} note={`n = ${formatInteger(n)}`} flush>
      <CountBars
        caption={`Số đánh giá theo thang ${scale} mức`}
        rows={marks.map(({ mark, count }) => ({
          key: mark,
          words: markLabel(mark, scale),
          icon: <Face mark={mark} scale={scale} />,
          count,
          isHatched: !isSatisfied(mark, scale),
        }))}
        most={Math.max(...marks.map(({ count }) => count))}
        of={n}
      />
    </Panel>
  );
}
