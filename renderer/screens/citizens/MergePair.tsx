import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../shared/format.ts';
import type { CitizenRow } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MaskedIdNumber } from '../../components/MaskedIdNumber.tsx';
import { CitizenDialog } from './CitizenDialog.tsx';
import { type MergedField, mergedFields } from './citizen-words.ts';
import styles from './MergePair.module.css';

type Side = 'first' | 'second';

/** Two records side by side; each value that differs is chosen. Nothing is lost: a merge can be taken apart. */
export function MergePair(props: { first: CitizenRow; second: CitizenRow; onClose: () => void }) {
  const { onClose } = props;
  // The record with the number, else the one with more cases, goes on.
  const [first, second] = goesOn(props.second, props.first)
    ? [props.second, props.first]
    : [props.first, props.second];
  const trpc = useTRPC();
  const merge = useMutation(trpc.citizens.merge.mutationOptions({ onSuccess: onClose }));
  const [chosen, setChosen] = useState<Partial<Record<MergedField, Side>>>({});
  const fields = mergedFields.map((field) => {
    const texts = { first: field.textOf(first), second: field.textOf(second) };
    const side = chosen[field.field] ?? (texts.first === '' ? 'second' : 'first');
    // Two living records never have the same number, whatever the stars hide.
    const differs = texts.first !== texts.second || (field.field === 'idNumber' && texts.first !== '');
    return { ...field, texts, side, differs };
  });
  const take = fields.filter(({ side, differs }) => side === 'second' && differs);
  return (
    <CitizenDialog
      title="Hai lần ghi của một người"
      word="Gộp thành một"
      disabled={merge.isPending}
      onSubmit={() =>
        merge.mutate({ survivorId: first.id, mergedId: second.id, take: take.map(({ field }) => field) })
      }
      onClose={onClose}
      wide
    >
      <table className={styles.compare}>
        <thead>
          <tr>
            <td />
            <th scope="col">{headOf(first)}</th>
            <th scope="col">{headOf(second)}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, label, texts, side, differs }) => (
            <tr key={field} data-differs={differs || undefined}>
              <th scope="row">{label}</th>
              {(['first', 'second'] as const).map((one) => (
                <td key={one}>
                  {!differs ? (
                    texts[one] || '–'
                  ) : (
                    <label>
                      <input
                        type="radio"
                        name={field}
                        checked={side === one}
                        onChange={() => setChosen({ ...chosen, [field]: one })}
                      />
                      {field === 'idNumber' && texts[one] ? (
                        <MaskedIdNumber
                          masked={texts[one]}
                          citizenId={(one === 'first' ? first : second).id}
                        />
                      ) : (
                        <span>{texts[one] || 'để trống'}</span>
                      )}
                    </label>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.promise}>
        Các hồ sơ giữ nguyên nội dung đã nhận. Lần ghi còn lại được cất, tách ra lại được bất cứ lúc nào.
      </p>
      {merge.error && <ErrorNotice error={merge.error} />}
    </CitizenDialog>
  );
}

function goesOn(one: CitizenRow, other: CitizenRow): boolean {
  if ((one.maskedIdNumber === null) !== (other.maskedIdNumber === null)) return one.maskedIdNumber !== null;
  return one.caseCount > other.caseCount;
}

function headOf({ caseCount, lastCaseAt }: CitizenRow): string {
  return `${caseCount} hồ sơ, gần nhất ${formatDay(lastCaseAt)}`;
}
