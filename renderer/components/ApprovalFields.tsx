import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Role } from '../../shared/domain/person.ts';
import { useSession } from '../session.tsx';
import { SecretField } from './SecretField.tsx';

/** The second person of a sensitive act. */
export interface Approval {
  personId: number | null;
  password: string;
}
export const noApproval: Approval = { personId: null, password: '' };

/** Another person with one of the roles, who types his own password here. A sample asks for the name alone. */
export function ApprovalFields(props: {
  value: Approval;
  onChange: (value: Approval) => void;
  roles: readonly Role[];
}) {
  const { value, onChange, roles } = props;
  const { people, person, signsInBy } = useSession();
  const able = people.filter(
    (each) => each.id !== person?.id && each.roles.some((role) => roles.includes(role)),
  );
  if (able.length === 0)
    return (
      <p role="alert">Cần một người quản trị hoặc lãnh đạo khác xác nhận. Thêm người đó ở mục Người trước.</p>
    );
  return (
    <>
      <TextField
        select
        label="Người xác nhận"
        value={value.personId ?? ''}
        onChange={(event) => onChange({ ...value, personId: Number(event.target.value) })}
      >
        {able.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {signsInBy !== 'name' && (
        <SecretField
          label="Mật khẩu của người xác nhận"
          value={value.password}
          onChange={(password) => onChange({ ...value, password })}
        />
      )}
    </>
  );
}
