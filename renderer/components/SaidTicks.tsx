import { TickChip } from './TickChip.tsx';

/** Yes, no, or nobody said: neither is on at first, and what is on can be taken back. */
export function SaidTicks(props: {
  value: boolean | null;
  onChange: (value: boolean | null) => void;
  yes: string;
  no: string;
}) {
  const { value, onChange, yes, no } = props;
  return (
    <>
      <TickChip checked={value === true} onChange={(isOn) => onChange(isOn ? true : null)}>
        {yes}
      </TickChip>{' '}
      <TickChip checked={value === false} onChange={(isOn) => onChange(isOn ? false : null)}>
        {no}
      </TickChip>
    </>
  );
}
