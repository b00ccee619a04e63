import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { pointKinds, pointsSchema, type ReceptionPoint } from '../../../shared/domain/reception-point.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { pointKindLabels } from '../../../shared/point-words.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useSession } from '../../session.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** Where dossiers are taken in beside the counter. A point that was saved is never removed, it ends. */
export function PointsPart() {
  const { points: saved, office } = useSession();
  const part = useSettingsPart('points', saved, (points) => ({
    parsed: pointsSchema.safeParse(points),
    input: { points },
  }));
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const isSaved = ({ id }: ReceptionPoint) => saved.some((point) => point.id === id);
  const set = (point: ReceptionPoint, more: Partial<ReceptionPoint>) =>
    change(values.map((each) => (each.id === point.id ? { ...each, ...more } : each)));
  const ended = values.filter((point) => point.isEnded);
  return (
    <SettingsPart
      {...part}
      id="diem"
      title="Điểm tiếp nhận"
      why={`Nơi nhận hồ sơ ngoài ${office.counterName}. Có điểm thì màn hình tiếp nhận hỏi hồ sơ nhận ở đâu, trang Lãnh đạo chia số theo điểm.`}
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      {values.map((point, index) =>
        point.isEnded ? null : (
          <div key={point.id} className={styles.groupRow} data-even="">
            <LabelledField
              label="Tên điểm"
              value={point.name}
              onChange={(name) => set(point, { name })}
              fault={faults[`${index}.name`]}
              faultText={faults[`${index}.name`] === 'twice' ? 'Có hai điểm trùng tên.' : undefined}
              placeholder="Nhà văn hóa tổ dân phố 1"
            />
            <TextField
              select
              label="Loại"
              value={point.kind}
              onChange={({ target }) =>
                set(point, { kind: pointKinds.find((kind) => kind === target.value) ?? point.kind })
              }
            >
              {pointKinds.map((kind) => (
                <MenuItem key={kind} value={kind}>
                  {pointKindLabels[kind]}
                </MenuItem>
              ))}
            </TextField>
            {isSaved(point) ? (
              <Button size="small" variant="text" onClick={() => set(point, { isEnded: true })}>
                Thôi dùng
              </Button>
            ) : (
              <Button size="small" variant="text" onClick={() => change(values.toSpliced(index, 1))}>
                Bỏ
              </Button>
            )}
          </div>
        ),
      )}
      {values.length === ended.length && <p className={styles.why}>Chưa có điểm tiếp nhận nào.</p>}
      <div>
        <Button
          disabled={values.length >= 60}
          onClick={() =>
            change([...values, { id: crypto.randomUUID(), name: '', kind: 'neighbourhood', isEnded: false }])
          }
        >
          Thêm điểm
        </Button>
      </div>
      {ended.length > 0 && (
        <details className={styles.gone}>
          <summary>Đã thôi dùng ({ended.length})</summary>
          <ul className={styles.people}>
            {ended.map((point) => (
              <li key={point.id}>
                <span className="grow">
                  <b>{point.name}</b>
                </span>
                <span>{pointKindLabels[point.kind]}</span>
                <Button size="small" onClick={() => set(point, { isEnded: false })}>
                  Dùng lại
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </SettingsPart>
  );
}
