import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DigitalSettings, digitalSettingsSchema } from '../../../shared/domain/digital-settings.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { useTRPC } from '../../api.ts';
import { useOfficeNow } from '../../session.tsx';
import { DenominatorFields } from './DenominatorFields.tsx';
import { DigitalRows } from './DigitalRows.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';

/** Hỗ trợ số: what is counted and how it is called, the areas, the office's own denominators. */
export function DigitalPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.digital.setup.queryOptions());
  return data ? <DigitalFields saved={data} /> : null;
}

function DigitalFields({ saved }: { saved: DigitalSettings }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const today = useOfficeNow().slice(0, 10);
  /** What was changed, and the settings it was begun from. */
  const [begun, setBegun] = useState<{ was: DigitalSettings; settings: DigitalSettings } | null>(null);
  const saving = useMutation(
    trpc.digital.saveSetup.mutationOptions({
      onSuccess: (settings) => {
        client.setQueryData(trpc.digital.setup.queryKey(), settings);
        setBegun(null);
      },
      onError: () => client.invalidateQueries({ queryKey: trpc.digital.pathKey() }),
    }),
  );
  const values = begun?.settings ?? saved;
  const change = (part: Partial<DigitalSettings>) =>
    setBegun({ was: begun?.was ?? saved, settings: { ...values, ...part } });
  const tidied = { ...values, areas: values.areas.map((area) => area.trim()).filter((area) => area !== '') };
  const parsed = digitalSettingsSchema.safeParse(tidied);
  return (
    <SettingsPart
      id="ho-tro-so"
      title="Hỗ trợ số"
      why="Đếm những gì, gọi là gì, và mẫu số của đơn vị. Dòng đã dùng không mất: thôi dùng thì không chọn được nữa, người và lượt đã ghi giữ nguyên."
      isChanged={begun !== null}
      isFaulty={!parsed.success}
      savedOnce={saving.isSuccess}
      pending={saving.isPending}
      error={saving.error}
      onSave={() => begun && parsed.success && saving.mutate({ was: begun.was, settings: parsed.data })}
      onDiscard={() => {
        saving.reset();
        setBegun(null);
      }}
    >
      <DigitalRows
        values={values}
        saved={saved}
        faults={parsed.error ? faultsOf(parsed.error) : {}}
        onChange={change}
      />
      <div className={styles.rule}>
        <span className={styles.ruleTitle}>Địa bàn</span>
        <TextField
          multiline
          minRows={2}
          maxRows={8}
          value={values.areas.join('\n')}
          onChange={({ target }) => change({ areas: target.value.split('\n') })}
          slotProps={{ htmlInput: { 'aria-label': 'Địa bàn', spellCheck: false } }}
        />
        <small>
          Mỗi dòng một tổ dân phố, tiểu khu, bản. Địa chỉ nhắc đúng một tên ở đây thì người ấy được xếp vào
          địa bàn ấy.
        </small>
      </div>
      <DenominatorFields
        settings={values}
        today={today}
        onChange={(denominators) => change({ denominators })}
      />
    </SettingsPart>
  );
}
