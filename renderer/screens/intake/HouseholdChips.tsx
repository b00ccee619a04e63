import GroupOutlined from '@mui/icons-material/GroupOutlined';
import MuiLink from '@mui/material/Link';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Link } from 'react-router';
import { type Kin, kinBack } from '../../../shared/domain/household.ts';
import { kinLabels } from '../../../shared/labels.ts';
import type { CitizenHint } from '../../../shared/views.ts';
import type { Relative } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import type { IntakeValues } from './intake-values.ts';
import styles from './PersonHints.module.css';
import { applicantValues } from './person.ts';

/** The household that earlier cases told: one of them hands in, or it is for one of them. */
export function HouseholdChips(props: {
  person: CitizenHint;
  onReplace: (values: Partial<IntakeValues['applicant']>) => void;
}) {
  const { person, onReplace } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const { setValue, getValues, setFocus } = useFormContext<IntakeValues>();
  const [open, setOpen] = useState<{ relative: Relative; anchor: HTMLElement } | null>(null);
  const household = useQuery(trpc.citizens.household.queryOptions({ id: person.id })).data ?? [];

  const whole = ({ linkId }: Relative) =>
    client.fetchQuery({ ...trpc.citizens.relative.queryOptions({ id: person.id, linkId }), staleTime: 0 });
  const handIn = async (relative: Relative) => {
    setOpen(null);
    const { name, idNumber, phone } = applicantValues(await whole(relative));
    setValue('onBehalf', true, { shouldDirty: true });
    setValue('submitter', { name, idNumber, phone, relation: wordOf(relative.kin) }, { shouldDirty: true });
    setFocus('procedureCode');
  };
  const changeOwner = async (relative: Relative) => {
    setOpen(null);
    const owner = applicantValues(await whole(relative));
    const { name, idNumber, phone, sex } = getValues('applicant');
    setValue('onBehalf', true, { shouldDirty: true });
    const relation = wordOf(kinBack(relative.kin, sex || null));
    setValue('submitter', { name, idNumber, phone, relation }, { shouldDirty: true });
    onReplace(owner);
    setFocus('procedureCode');
  };

  return (
    <div className={styles.hints} data-enter="skip">
      <GroupOutlined />
      <div className={styles.household}>
        {household.map((relative) => (
          <button
            key={relative.linkId}
            type="button"
            className={styles.chip}
            data-confirmed={relative.isConfirmed || undefined}
            aria-haspopup="menu"
            onClick={(event) => setOpen({ relative, anchor: event.currentTarget })}
          >
            {kinLabels[relative.kin]}: {relative.name}
          </button>
        ))}
        <MuiLink component={Link} to={`/nguoi-dan/${person.id}`} variant="body2">
          {household.length > 0 ? 'Sửa hộ' : 'Xem người này'}
        </MuiLink>
      </div>
      {open && (
        <Menu open anchorEl={open.anchor} onClose={() => setOpen(null)}>
          <MenuItem onClick={() => void handIn(open.relative)}>{open.relative.name} đi nộp thay</MenuItem>
          <MenuItem onClick={() => void changeOwner(open.relative)}>
            Hồ sơ của {open.relative.name}, người này đi nộp
          </MenuItem>
        </Menu>
      )}
    </div>
  );
}

function wordOf(kin: Kin): string {
  return kinLabels[kin].toLowerCase();
}
