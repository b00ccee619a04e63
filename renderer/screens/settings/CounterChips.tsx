import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { TickChip } from '../../components/TickChip.tsx';
import { useSession } from '../../session.tsx';
import own from './CounterChips.module.css';
import styles from './Settings.module.css';

/** Which counters, by the names there are: of the settings, and of paired ones. A name that no counter has any more can go. */
export function CounterChips(props: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const { chosen, onChange } = props;
  const { office } = useSession();
  const trpc = useTRPC();
  const { data: lan } = useQuery(trpc.lan.state.queryOptions());
  const paired = (lan?.devices ?? []).filter(
    ({ kind, revokedAt }) => kind === 'counter' && revokedAt === null,
  );
  const known = new Set([office?.counterName ?? '', ...paired.map(({ name }) => name)]);
  known.delete('');
  const isGone = (name: string) => lan !== undefined && !known.has(name);
  return (
    <fieldset className={own.counters}>
      <legend className={styles.why}>
        {chosen.length === 0 ? 'Chỉ tại quầy (chưa chọn: mọi quầy)' : 'Chỉ tại quầy'}
      </legend>
      <div className={styles.chips}>
        {[...new Set([...known, ...chosen])].map((name) => (
          <TickChip
            key={name}
            checked={chosen.includes(name)}
            onChange={(isOn) => onChange(chosen.filter((one) => one !== name).concat(isOn ? [name] : []))}
          >
            {isGone(name) ? `${name} (không còn quầy này)` : name}
          </TickChip>
        ))}
      </div>
    </fieldset>
  );
}
