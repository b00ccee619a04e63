import personStyles from './Person.module.css';

const radius = 23;
const around = 2 * Math.PI * radius;

/** Required criteria reached, of all of them. */
export function Ring({ reached, of }: { reached: number; of: number }) {
  const share = of === 0 ? 0 : reached / of;
  return (
    <div className={personStyles.ring} role="img" aria-label={`Đạt ${reached} trên ${of} tiêu chí`}>
      <svg viewBox="0 0 52 52" aria-hidden="true">
        <circle cx="26" cy="26" r={radius} />
        <circle
          cx="26"
          cy="26"
          r={radius}
          data-reached=""
          strokeDasharray={`${around * share} ${around}`}
          transform="rotate(-90 26 26)"
        />
      </svg>
      <b aria-hidden="true">
        {reached}/{of}
      </b>
    </div>
  );
}
