import type { RatingOffer } from '../../../shared/views-display.ts';
import { Back } from '../Back.tsx';

/** One answer to how the service was: offered by the clerk, or opened with a code. */
export function Rating({ offer, onDone }: { offer: RatingOffer | null; onDone: () => void }) {
  return (
    <main>
      <Back onBack={onDone} />
      <h1>Đánh giá</h1>
      <p>{offer?.procedureName}</p>
    </main>
  );
}
