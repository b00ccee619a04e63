import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { channels } from '../../../shared/domain/procedure.ts';
import type { StatisticsScope } from '../../../shared/domain/statistics.ts';
import { channelLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { useSession } from '../../session.tsx';
import styles from './Leader.module.css';

interface Option {
  value: string;
  label: string;
}

/** Whose cases the page counts: each choice narrows every figure at once. */
export function ScopeBar(props: {
  scope: StatisticsScope;
  points: readonly { id: string; name: string }[];
  onChange: (scope: StatisticsScope) => void;
  /** What stands before the choices. */
  children: ReactNode;
}) {
  const { scope, points, onChange, children } = props;
  const { people } = useSession();
  const { data: procedures = [] } = useQuery(useTRPC().catalogue.list.queryOptions());
  const fields = [...new Set(procedures.map(({ field }) => field))].sort((a, b) => a.localeCompare(b, 'vi'));
  const set = (part: { [Key in keyof StatisticsScope]: StatisticsScope[Key] | undefined }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...scope, ...part }).filter(([, value]) => value !== undefined)),
    );
  return (
    <fieldset className={styles.scope} aria-label="Lọc hồ sơ">
      {children}
      <Choice
        label="Lĩnh vực"
        value={scope.field}
        options={fields.map((field) => ({ value: field, label: field }))}
        onChange={(field) => set({ field })}
      />
      <Choice
        label="Thủ tục"
        value={scope.procedureCode}
        options={procedures
          .filter(({ field }) => scope.field === undefined || field === scope.field)
          .map(({ code, shortName }) => ({ value: code, label: shortName }))}
        onChange={(procedureCode) => set({ procedureCode })}
      />
      <Choice
        label="Kênh nộp"
        value={scope.channel}
        options={channels.map((channel) => ({ value: channel, label: channelLabels[channel] }))}
        onChange={(value) => set({ channel: channels.find((channel) => channel === value) })}
      />
      {points.length > 0 && (
        <Choice
          label="Điểm tiếp nhận"
          value={scope.point === undefined ? undefined : `point:${scope.point}`}
          options={[
            { value: 'point:', label: 'Tại quầy' },
            ...points.map(({ id, name }) => ({ value: `point:${id}`, label: name })),
          ]}
          onChange={(value) => set({ point: value?.slice('point:'.length) })}
        />
      )}
      <Choice
        label="Người giữ"
        value={scope.holderId === undefined ? undefined : String(scope.holderId)}
        options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(value) => set({ holderId: value === undefined ? undefined : Number(value) })}
      />
      {Object.keys(scope).length > 0 && (
        <button type="button" className={styles.clear} onClick={() => onChange({})}>
          Bỏ lọc
        </button>
      )}
    </fieldset>
  );
}

function Choice(props: {
  label: string;
  value: string | undefined;
  options: readonly Option[];
  onChange: (value: string | undefined) => void;
}) {
  const { label, value = '', options, onChange } = props;
  // What is not in the list any more (a person who left) stays chosen until it is changed.
  const all =
    value === '' || options.some((one) => one.value === value)
      ? options
      : [...options, { value, label: value }];
  return (
    <TextField
      select
      value={value}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': label } } }}
    >
      <MenuItem value="">Mọi {lowerFirst(label)}</MenuItem>
      {all.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
