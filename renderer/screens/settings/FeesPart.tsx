import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type FeeSettings, feeSettingsSchema } from '../../../shared/domain/fee-rule.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { ExtraFields } from './ExtraFields.tsx';
import { feeSettingsValues, newCode, toFeeSettings } from './fee-settings-values.ts';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** Mức thu: who is exempt with which proof, and what the office charges beside the procedures. */
export function FeesPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.fees.queryOptions());
  return data ? <Fees saved={data} /> : null;
}

function Fees({ saved }: { saved: FeeSettings }) {
  const part = useSettingsPart('fees', feeSettingsValues(saved), (typed) => {
    const fees = toFeeSettings(typed);
    return { parsed: feeSettingsSchema.safeParse(fees), input: { fees } };
  });
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const { exemptGroups, extras } = values;
  /** A row that was only added is not wrong yet: "Lưu" waits for it all the same. */
  const faultOf = (row: FreshRow, path: string) => (isFresh(row) ? undefined : faults[path]);
  const setGroups = (next: typeof exemptGroups) => change({ ...values, exemptGroups: next });
  const setExtras = (next: typeof extras) => change({ ...values, extras: next });
  return (
    <SettingsPart
      {...part}
      id="muc-thu"
      title="Mức thu"
      why="Diện được miễn và khoản thu riêng của địa phương. Mức thu của từng thủ tục ở màn hình Danh mục."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      {exemptGroups.map((group, index) => (
        <div key={group.code} className={styles.groupRow}>
          <LabelledField
            label="Diện được miễn"
            value={group.name}
            onChange={(name) => setGroups(exemptGroups.with(index, { ...group, name }))}
            fault={faultOf(group, `exemptGroups.${index}.name`)}
          />
          <LabelledField
            label="Giấy tờ chứng minh"
            value={group.proof}
            onChange={(proof) => setGroups(exemptGroups.with(index, { ...group, proof }))}
            placeholder="ghi khi tiếp nhận"
          />
          <Button
            size="small"
            variant="text"
            aria-label={`Bỏ diện ${group.name}`}
            onClick={() => setGroups(exemptGroups.toSpliced(index, 1))}
          >
            Bỏ
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => setGroups([...exemptGroups, { code: newCode(), name: '', proof: '' }])}>
          Thêm diện miễn
        </Button>
      </div>
      {extras.map((extra, index) => (
        <ExtraFields
          key={extra.code}
          values={extra}
          faultOf={(field) => faultOf(extra, `extras.${index}.${field}`)}
          onChange={(next) => setExtras(extras.with(index, next))}
          onRemove={() => setExtras(extras.toSpliced(index, 1))}
        />
      ))}
      {extras.length === 0 && (
        <p className={styles.why}>Chưa có khoản thu riêng, ví dụ phô tô, đánh máy theo giá địa phương.</p>
      )}
      <div>
        <Button onClick={() => setExtras([...extras, { ...emptyExtra, code: newCode() }])}>
          Thêm khoản thu
        </Button>
      </div>
    </SettingsPart>
  );
}

const emptyExtra = { name: '', unit: 'trang', unitPrice: '', ceiling: '', basis: '' };

type FreshRow = { name: string } & Partial<Record<'proof' | 'unitPrice' | 'ceiling' | 'basis', string>>;

/** Nothing was typed into it. */
function isFresh({ name, proof = '', unitPrice = '', ceiling = '', basis = '' }: FreshRow): boolean {
  return [name, proof, unitPrice, ceiling, basis].every((text) => text.trim() === '');
}
