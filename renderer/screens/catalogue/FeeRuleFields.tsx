import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { procedureSchema } from '../../../shared/domain/procedure.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { FeeItemFields } from './FeeItemFields.tsx';
import styles from './FeeRule.module.css';
import { emptyItem, type FeeRuleValues, feeRuleValues } from './fee-rule-values.ts';

/** What is charged, item by item, who is exempt, and what it rests on. */
export function FeeRuleFields(props: {
  code: string;
  values: FeeRuleValues;
  faults: Record<string, string>;
  onChange: (values: FeeRuleValues) => void;
}) {
  const { code, values, faults, onChange } = props;
  const trpc = useTRPC();
  const groups = useQuery(trpc.setup.fees.queryOptions()).data?.exemptGroups ?? [];
  const set = (part: Partial<FeeRuleValues>) => onChange({ ...values, ...part });
  return (
    <>
      {values.items.map((item, index) => (
        <FeeItemFields
          key={item.id}
          number={index + 1}
          values={item}
          faultOf={(field) => faults[`items.${index}.${field}`]}
          onChange={(next) => set({ items: values.items.with(index, next) })}
          onRemove={() => set({ items: values.items.toSpliced(index, 1) })}
        />
      ))}
      <div className={styles.chips}>
        <Button size="small" onClick={() => set({ items: [...values.items, emptyItem()] })}>
          Thêm khoản thu
        </Button>
        <Button
          size="small"
          variant="text"
          onClick={() => void nationalRule(code).then((rule) => onChange(feeRuleValues(rule)))}
        >
          Lấy mức thu theo dữ liệu kèm chương trình
        </Button>
      </div>
      <fieldset className={styles.groups}>
        <legend>Diện được miễn</legend>
        <div className={styles.chips}>
          {groups.map((group) => (
            <TickChip
              key={group.code}
              checked={values.groups.includes(group.code)}
              onChange={(isOn) =>
                set({
                  groups: values.groups.filter((one) => one !== group.code).concat(isOn ? [group.code] : []),
                })
              }
            >
              {group.name}
            </TickChip>
          ))}
        </div>
      </fieldset>
      <LabelledField
        label="Căn cứ mức thu"
        value={values.basis}
        onChange={(basis) => set({ basis })}
        placeholder="Nghị quyết của HĐND cấp tỉnh"
      />
    </>
  );
}

/** As it comes with the program; read only when somebody asks for it. */
async function nationalRule(code: string) {
  const { default: procedures } = await import('../../../resources/procedures.json');
  const known = procedures.find((procedure) => procedure.code === code);
  return known && procedureSchema.parse(known).fee.rule;
}
