import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type AskerCapacity, askerCapacities } from '../../../shared/domain/subject-request.ts';
import { type SubjectWish, subjectWishes } from '../../../shared/domain/subject-right-settings.ts';
import { capacityLabels, wishLabels } from '../../../shared/subject-words.ts';
import type { CitizenRow } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { DayField } from '../../components/DayField.tsx';
import dialog from '../../components/FormDialog.module.css';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { describeError } from '../../error-sentences.ts';
import { PickCitizen } from '../citizens/PickCitizen.tsx';
import styles from './Subjects.module.css';

/** Whoever has no record can have a card of digital support alone: what is done there, without a request. */
const withCardAlone: Partial<Record<SubjectWish, string>> = {
  delete: 'Chưa có hồ sơ thì chỉ có thẻ ở Hỗ trợ số: quản trị xóa ở thẻ ấy.',
  view: 'Chưa có hồ sơ thì chỉ có thẻ ở Hỗ trợ số: mở thẻ ấy cho người này xem.',
  correct: 'Chưa có hồ sơ thì chỉ có thẻ ở Hỗ trợ số: sửa ở thẻ ấy.',
};
const noRecord =
  'Chưa có hồ sơ thì chưa ghi được yêu cầu này ở đây: nhận bằng văn bản, lãnh đạo trả lời trong hạn.';

interface RequestEntryProps {
  /** Whose page it was opened from. */
  citizenId: number | null;
  onEntered: (id: number) => void;
  onClose: () => void;
}

/** Writes a request down: whose data, what is asked, by whom. */
export function RequestEntry({ citizenId, onEntered, onClose }: RequestEntryProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [formKey, setFormKey] = useState(() => crypto.randomUUID());
  const known = useQuery({
    ...trpc.citizens.get.queryOptions({ id: citizenId ?? 0 }),
    enabled: citizenId !== null,
  });
  const [picked, setPicked] = useState<CitizenRow | null>(null);
  const person = picked ?? known.data ?? null;
  const [wish, setWish] = useState<SubjectWish>('view');
  const [capacity, setCapacity] = useState<AskerCapacity>('self');
  const [name, setName] = useState('');
  const [proof, setProof] = useState('');
  const [words, setWords] = useState('');
  const [day, setDay] = useState<string | undefined>();
  const [isAsked, setAsked] = useState(false);
  const entry = useMutation(
    trpc.subjects.receive.mutationOptions({
      onSuccess: async ({ id }) => {
        await client.invalidateQueries({ queryKey: trpc.subjects.pathKey() });
        onEntered(id);
      },
      // It holds something else now, and makes a request of its own.
      onError: (error) => {
        if (describeError(error).code === 'formAlreadyUsed') setFormKey(crypto.randomUUID());
      },
    }),
  );
  const { fields } = describeError(entry.error);
  const isFor = capacity !== 'self';
  const lacks = {
    person: person === null,
    words: words.trim() === '',
    name: isFor && name.trim() === '',
    proof: isFor && proof.trim() === '',
  };
  return (
    <FormDialog
      title="Ghi yêu cầu về dữ liệu cá nhân"
      word="Ghi"
      pending={entry.isPending}
      error={entry.error}
      wide
      onSubmit={() => {
        setAsked(true);
        if (person === null || Object.values(lacks).some(Boolean)) return;
        const asker = capacity === 'self' ? { capacity } : { capacity, name, proof };
        const received = day === undefined ? {} : { receivedOn: day };
        entry.mutate({ formKey, citizenId: person.id, wish, asker, words, ...received });
      }}
      onClose={onClose}
    >
      {citizenId === null ? (
        <PickCitizen
          label="Dữ liệu của ai"
          exceptId={0}
          value={picked}
          onPick={setPicked}
          fault={
            isAsked && lacks.person ? `Chọn người có trong sổ. ${withCardAlone[wish] ?? noRecord}` : undefined
          }
        />
      ) : (
        <p className={styles.whose}>
          Dữ liệu của <b>{person?.name}</b>
          {person?.maskedIdNumber && ` · ${person.maskedIdNumber}`}
        </p>
      )}
      <div className={dialog.pair}>
        <Choice label="Yêu cầu" value={wish} values={subjectWishes} labels={wishLabels} onChange={setWish} />
        <Choice
          label="Ai yêu cầu"
          value={capacity}
          values={askerCapacities}
          labels={capacityLabels}
          onChange={setCapacity}
        />
      </div>
      {isFor && (
        <div className={dialog.pair}>
          <LabelledField
            label="Tên người yêu cầu"
            value={name}
            onChange={setName}
            fault={isAsked && lacks.name ? 'required' : undefined}
          />
          <LabelledField
            label="Giấy tờ chứng minh"
            value={proof}
            onChange={setProof}
            placeholder="Giấy ủy quyền ngày …"
            fault={isAsked && lacks.proof ? 'required' : undefined}
          />
        </div>
      )}
      <TextField
        label="Nội dung yêu cầu"
        error={isAsked && lacks.words}
        helperText={isAsked && lacks.words && 'Ghi nội dung yêu cầu.'}
        multiline
        minRows={3}
        maxRows={8}
        fullWidth
        value={words}
        onChange={({ target }) => setWords(target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <div className={dialog.pair}>
        <DayField
          label="Ngày nhận (để trống: hôm nay)"
          day={day}
          onChange={setDay}
          fault={entry.error ? fields.receivedOn : undefined}
        />
      </div>
    </FormDialog>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  values: readonly Value[];
  labels: Record<Value, string>;
  onChange: (value: Value) => void;
}) {
  const { label, value, values, labels, onChange } = props;
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={({ target }) => {
        const found = values.find((one) => one === target.value);
        if (found !== undefined) onChange(found);
      }}
      slotProps={{ select: { native: true } }}
    >
      {values.map((one) => (
        <option key={one} value={one}>
          {labels[one]}
        </option>
      ))}
    </TextField>
  );
}
