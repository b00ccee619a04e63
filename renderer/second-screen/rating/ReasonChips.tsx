import styles from './Rating.module.css';

/** "Điều gì chưa tốt?": several may be chosen, none must. */
export function ReasonChips(props: {
  reasons: readonly string[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}) {
  const { reasons, chosen, onChoose } = props;
  const toggle = (reason: string, isOn: boolean) =>
    onChoose(isOn ? [...chosen, reason] : chosen.filter((one) => one !== reason));
  return (
    <fieldset className={styles.why}>
      <legend>
        Điều gì chưa tốt?<small>không bắt buộc</small>
      </legend>
      <div className={styles.chips}>
        {reasons.map((reason) => (
          <label key={reason} className={styles.chip}>
            <input
              type="checkbox"
              checked={chosen.includes(reason)}
              onChange={({ target }) => toggle(reason, target.checked)}
            />
            <span>
              {chosen.includes(reason) && (
                <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
                  <path d="m3 8.500 3.200 3.200L13 4.800" />
                </svg>
              )}
              {reason}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
