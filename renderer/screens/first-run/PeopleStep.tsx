import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { type Role, roles } from '../../../shared/domain/person.ts';
import { roleLabels } from '../../../shared/labels.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { fieldSentence } from '../../error-sentences.ts';
import styles from './FirstRun.module.css';
import type { StepProps } from './OfficeStep.tsx';
import { lacksLeader, type SetupValues } from './setup-values.ts';

type Person = SetupValues['people'][number];

/** Who works here: names and roles; a person may have several. */
export function PeopleStep({ values, faults, change }: StepProps) {
  const { people } = values;
  const set = (index: number, part: Partial<Person>) =>
    change({ people: people.map((person, at) => (at === index ? { ...person, ...part } : person)) });
  const toggle = (index: number, person: Person, role: Role, isOn: boolean) =>
    set(index, { roles: roles.filter((known) => (known === role ? isOn : person.roles.includes(known))) });
  const add = () =>
    change({ people: [...people, { key: crypto.randomUUID(), name: '', title: '', roles: ['officer'] }] });
  return (
    <>
      <ul className={styles.people}>
        {people.map((person, index) => (
          <li key={person.key}>
            <div className={styles.pair}>
              <LabelledField
                label="Họ và tên"
                value={person.name}
                onChange={(name) => set(index, { name })}
                fault={faults[`people.${index}.name`]}
                autoFocus={index === people.length - 1}
              />
              <LabelledField
                label="Chức danh trên phiếu"
                value={person.title}
                onChange={(title) => set(index, { title })}
                placeholder="Công chức Tư pháp – Hộ tịch"
              />
            </div>
            <fieldset className={styles.roles}>
              <legend className="hidden">Vai trò của {person.name || 'người này'}</legend>
              {roles.map((role) => (
                <TickChip
                  key={role}
                  checked={person.roles.includes(role)}
                  onChange={(isOn) => toggle(index, person, role, isOn)}
                >
                  {roleLabels[role]}
                </TickChip>
              ))}
              <span className="grow" />
              {people.length > 1 && (
                <IconButton
                  aria-label={`Bỏ ${person.name || 'người này'}`}
                  onClick={() => change({ people: people.filter((_, at) => at !== index) })}
                >
                  <CloseOutlined />
                </IconButton>
              )}
            </fieldset>
            {faults[`people.${index}.roles`] && (
              <p className={styles.fault} role="alert">
                Chọn ít nhất một vai trò.
              </p>
            )}
          </li>
        ))}
      </ul>
      {faults.people && (
        <p className={styles.fault} role="alert">
          {fieldSentence(faults.people)}
        </p>
      )}
      {lacksLeader(values) && (
        <p className={styles.quiet}>
          Cần có người là Lãnh đạo để xem đánh giá, kết luận phản ánh và cho bổ sung lần hai.{' '}
          {people.length === 1
            ? 'Chỉ có một người thì chọn cả Cán bộ tiếp nhận và Lãnh đạo.'
            : 'Một người có thể giữ nhiều vai trò.'}{' '}
          Nên thêm ngay ở đây: thêm sau, trong Cài đặt, phải có người quản lý khác xác nhận; chưa có ai thì
          phải mở phong bì mã khôi phục.
        </p>
      )}
      <Button onClick={add} className={styles.start ?? ''}>
        Thêm người
      </Button>
    </>
  );
}
