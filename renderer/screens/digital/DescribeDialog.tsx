import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { personDetailsSchema } from '../../../shared/domain/digital.ts';
import type { DigitalCard } from '../../../shared/views-digital.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { AreaField } from './AreaField.tsx';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

/** Name, year, area and telephone of somebody who has a card. */
export function DescribeDialog({ card, onClose }: { card: DigitalCard; onClose: () => void }) {
  const trpc = useTRPC();
  const invalidate = useInvalidateDigital();
  const [name, setName] = useState(card.name);
  const [year, setYear] = useState(card.birthYear === null ? '' : String(card.birthYear));
  const [phone, setPhone] = useState(card.phone ?? '');
  const [area, setArea] = useState(card.area);
  const saving = useMutation(
    trpc.digital.describe.mutationOptions({ onSuccess: onClose, onSettled: invalidate }),
  );
  const parsed = personDetailsSchema.safeParse({
    name,
    birthYear: year.trim() === '' ? null : Number(year),
    phone: phone.replaceAll(/\s/g, '') || null,
    area,
  });
  const faultOf = (field: string) => parsed.error?.issues.find(({ path }) => path[0] === field)?.message;
  return (
    <FormDialog
      title="Sửa thẻ"
      word="Lưu"
      pending={saving.isPending}
      error={saving.error}
      disabled={!parsed.success}
      onSubmit={() =>
        parsed.success &&
        saving.mutate({ personId: card.personId, version: card.version, details: parsed.data })
      }
      onClose={onClose}
    >
      <LabelledField label="Họ và tên" value={name} onChange={setName} fault={faultOf('name')} />
      <LabelledField label="Năm sinh" value={year} onChange={setYear} fault={faultOf('birthYear')} numeric />
      <LabelledField label="Điện thoại" value={phone} onChange={setPhone} fault={faultOf('phone')} numeric />
      <AreaField value={area} onChange={setArea} />
    </FormDialog>
  );
}
