import MuiLink from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { Link, useParams } from 'react-router';
import { shortCaseCode } from '../../../shared/domain/codes.ts';
import { formatDayMonthPadded, parseTypedDay, shortWeekday } from '../../../shared/format.ts';
import { statusLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import styles from './Intake.module.css';
import type { IntakeValues } from './intake-values.ts';

/** The same person with the same procedure lately: a quiet word with the way there, never a block. */
export function Duplicates() {
  const trpc = useTRPC();
  // A case that is put right is no duplicate of itself.
  const { id: ownId } = useParams();
  const [applicant, procedureCode] = useWatch<IntakeValues, readonly ['applicant', 'procedureCode']>({
    name: ['applicant', 'procedureCode'],
  });
  const typed = {
    procedureCode,
    idNumber: applicant.idNumber.replaceAll(/\s/g, '').slice(0, 20) || null,
    name: applicant.name.trim().slice(0, 200),
    birthOn: parseTypedDay(applicant.birthOn) ?? null,
    phone: applicant.phone.replaceAll(/\s/g, '').slice(0, 24) || null,
  };
  const question: typeof typed = JSON.parse(useDebounced(JSON.stringify(typed)));
  const found = useQuery({
    ...trpc.cases.duplicates.queryOptions(question),
    enabled: question.procedureCode !== '' && (question.idNumber !== null || question.name.length > 3),
  });
  const [hint, ...others] = (found.data ?? []).filter(({ id }) => String(id) !== ownId);
  if (!hint) return null;
  return (
    <p className={styles.duplicate} role="status">
      <Shape tone="due" />
      <span>
        Có thể trùng:{' '}
        <MuiLink component={Link} to={`/ho-so/${hint.id}`}>
          {shortCaseCode(hint.caseCode)}
        </MuiLink>{' '}
        {hint.procedureShortName}, nhận {shortWeekday(hint.receivedAt)}{' '}
        {formatDayMonthPadded(hint.receivedAt)}, {statusLabels[hint.status].toLowerCase()}
        {others.length > 0 && ` và ${others.length} hồ sơ khác`}.
      </span>
    </p>
  );
}
