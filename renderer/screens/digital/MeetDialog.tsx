import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type MetPerson, metPersonSchema } from '../../../shared/domain/digital.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { AreaField } from './AreaField.tsx';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

/** Writes somebody down who has no card yet; whoever is known is the same person. */
export function MeetDialog(props: {
  met: Partial<MetPerson>;
  onMet: (personId: number) => void;
  onClose: () => void;
}) {
  const { met, onMet, onClose } = props;
  const trpc = useTRPC();
  const invalidate = useInvalidateDigital();
  const [name, setName] = useState(met.name ?? '');
  const [idNumber, setIdNumber] = useState(met.idNumber ?? '');
  const [year, setYear] = useState(met.birthYear ? String(met.birthYear) : '');
  const [phone, setPhone] = useState(met.phone ?? '');
  const [area, setArea] = useState(met.area ?? '');
  const [isSent, setSent] = useState(false);
  const adding = useMutation(
    trpc.digital.add.mutationOptions({ onSuccess: ({ personId }) => onMet(personId), onSettled: invalidate }),
  );
  const parsed = metPersonSchema.safeParse({
    name,
    idNumber: idNumber.replaceAll(/\s/g, '') || null,
    birthYear: year.trim() === '' ? null : Number(year),
    phone: phone.replaceAll(/\s/g, '') || null,
    area,
  });
  const faultOf = (field: string) =>
    isSent ? parsed.error?.issues.find(({ path }) => path[0] === field)?.message : undefined;
  return (
    <FormDialog
      title="Ghi một người"
      word="Mở thẻ"
      pending={adding.isPending}
      error={adding.error}
      onSubmit={() => {
        setSent(true);
        if (parsed.success) adding.mutate({ met: parsed.data });
      }}
      onClose={onClose}
    >
      <LabelledField label="Họ và tên" value={name} onChange={setName} fault={faultOf('name')} />
      <LabelledField
        label="Số định danh"
        value={idNumber}
        onChange={setIdNumber}
        fault={faultOf('idNumber')}
        hint="Chỉ để nhận ra người này lần sau; số không được lưu."
        numeric
      />
      <LabelledField
        label="Năm sinh"
        value={year}
        onChange={setYear}
        fault={faultOf('birthYear')}
        faultText="Cần năm sinh, số định danh hoặc điện thoại để nhận ra người này lần sau."
        numeric
      />
      <LabelledField label="Điện thoại" value={phone} onChange={setPhone} fault={faultOf('phone')} numeric />
      <AreaField value={area} onChange={setArea} />
    </FormDialog>
  );
}
