import CheckOutlined from '@mui/icons-material/CheckOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { shortCaseCode } from '../../../shared/domain/codes.ts';
import { kins } from '../../../shared/domain/household.ts';
import { kinLabels } from '../../../shared/labels.ts';
import type { CitizenDetail, Relative } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AddRelative } from './AddRelative.tsx';
import styles from './Citizens.module.css';

/** The household as cases told it; a clerk confirms, corrects or takes away. */
export function HouseholdPart({ person }: { person: CitizenDetail }) {
  const trpc = useTRPC();
  const set = useMutation(trpc.citizens.setRelative.mutationOptions());
  const [isAdding, setAdding] = useState(false);
  const decide = (relative: Relative, kin: Relative['kin'] | null) =>
    set.mutate({ id: person.id, linkId: relative.linkId, kin });
  return (
    <section className={styles.part} aria-label="Hộ gia đình">
      <h3>
        Hộ gia đình
        <Button size="small" variant="text" onClick={() => setAdding(true)}>
          Thêm người
        </Button>
      </h3>
      {set.error && <ErrorNotice error={set.error} />}
      {person.household.length === 0 && (
        <p className={styles.none}>Chưa có. Hộ được nhớ từ người nộp thay của các hồ sơ, hoặc thêm ở đây.</p>
      )}
      <ul className={styles.household}>
        {person.household.map((relative) => (
          <li key={relative.linkId}>
            <TextField
              select
              value={relative.kin}
              onChange={(event) => decide(relative, event.target.value as Relative['kin'])}
              slotProps={{
                select: { native: true },
                htmlInput: { 'aria-label': `Quan hệ của ${relative.name}` },
              }}
            >
              {kins.map((kin) => (
                <option key={kin} value={kin}>
                  {kinLabels[kin]}
                </option>
              ))}
            </TextField>
            <span className="cut">
              {relative.citizenId === null ? (
                <b>{relative.name}</b>
              ) : (
                <Link to={`/nguoi-dan/${relative.citizenId}`}>{relative.name}</Link>
              )}
              <small>{sourceWords(relative)}</small>
            </span>
            {!relative.isConfirmed && (
              <Button
                size="small"
                startIcon={<CheckOutlined />}
                onClick={() => decide(relative, relative.kin)}
              >
                Đúng
              </Button>
            )}
            <IconButton
              size="small"
              aria-label={`Bỏ ${relative.name} khỏi hộ`}
              title="Bỏ khỏi hộ"
              onClick={() => decide(relative, null)}
            >
              <CloseOutlined fontSize="small" />
            </IconButton>
          </li>
        ))}
      </ul>
      {isAdding && <AddRelative person={person} onClose={() => setAdding(false)} />}
    </section>
  );
}

function sourceWords({ birthOn, caseCode, isConfirmed }: Relative): string {
  const source = caseCode ? `theo hồ sơ ${shortCaseCode(caseCode)}` : 'ghi tay';
  return [birthOn?.slice(0, 4), source, isConfirmed ? 'đã xác nhận' : 'chưa xác nhận']
    .filter(Boolean)
    .join(' · ');
}
