import { useQuery } from '@tanstack/react-query';
import {
  type SubjectRightSettings,
  subjectRightSettingsSchema,
  subjectWishes,
} from '../../../shared/domain/subject-right-settings.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { wishLabels } from '../../../shared/subject-words.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import fields from '../../components/SettingFields.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

const names = ['acknowledge', ...subjectWishes] as const;
type Name = (typeof names)[number];
type Typed = Record<Name, string>;

/** The days of answers to requests about one's own data, which the law gives and nobody compared with its text yet. */
export function SubjectRightsPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.subjects.settings.queryOptions());
  return data ? <Limits saved={data} /> : null;
}

function Limits({ saved }: { saved: SubjectRightSettings }) {
  const part = useSettingsPart('subjectRights', typedOf(saved), (typed) => {
    const input = Object.fromEntries(names.map((name) => [name, { ...saved[name], ...readOf(typed[name]) }]));
    const parsed = subjectRightSettingsSchema.safeParse(input);
    return { parsed, input: { subjectRights: parsed.data ?? saved } };
  });
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  return (
    <SettingsPart
      {...part}
      id="du-lieu"
      title="Yêu cầu về dữ liệu cá nhân"
      why="Đổi hạn của yêu cầu ghi từ nay. Số kèm chương trình theo nguồn thứ cấp, chưa đối chiếu văn bản: đối chiếu rồi sửa nếu khác."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <div className={fields.pair}>
        {names.map((name) => (
          <LabelledField
            key={name}
            label={`${name === 'acknowledge' ? 'Báo đã nhận' : wishLabels[name]}, ${saved[name].unit === 'days' ? 'ngày' : 'ngày làm việc'}`}
            value={values[name]}
            onChange={(next) => change({ ...values, [name]: next })}
            fault={faults[`${name}.value`] ?? faults[`${name}.extension`]}
            faultText="Ghi số ngày từ 1 đến 120; có gia hạn thì thêm dấu + và số ngày, ví dụ 15+15."
            hint={saved[name].source}
          />
        ))}
      </div>
    </SettingsPart>
  );
}

/** "15+15": the days, and the days of the one extension where there is one. */
function typedOf(saved: SubjectRightSettings): Typed {
  const word = (name: Name) => {
    const { value, extension } = saved[name];
    return extension === 0 ? String(value) : `${value}+${extension}`;
  };
  return Object.fromEntries(names.map((name) => [name, word(name)])) as Typed;
}

function readOf(typed: string): { value: number; extension: number } {
  const [, value, extension = '0'] = /^\s*(\d+)\s*(?:\+\s*(\d+)\s*)?$/.exec(typed) ?? [];
  return { value: Number(value ?? Number.NaN), extension: Number(extension) };
}
