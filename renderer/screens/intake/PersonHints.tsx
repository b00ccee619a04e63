import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import MuiLink from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { fold } from '../../../shared/domain/text.ts';
import { formatPhone, parseTypedDay } from '../../../shared/format.ts';
import type { CitizenHint } from '../../../shared/views.ts';
import type { KnownPerson } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { useDebounced } from '../../components/use-debounced.ts';
import { HouseholdChips } from './HouseholdChips.tsx';
import type { IntakeValues } from './intake-values.ts';
import styles from './PersonHints.module.css';

type ApplicantValues = IntakeValues['applicant'];

/** Who the form may mean, from number, telephone, or name and birth year; his household once he is certain. */
export function PersonHints(props: {
  onPick: (hint: CitizenHint) => void;
  onReplace: (values: Partial<ApplicantValues>) => void;
}) {
  const { onPick, onReplace } = props;
  const trpc = useTRPC();
  const applicant = useWatch<IntakeValues, 'applicant'>({ name: 'applicant' });
  const idNumber = applicant.idNumber.replaceAll(/\s/g, '');
  const phone = applicant.phone.replaceAll(/\s/g, '');
  const typed = {
    idNumber: idNumber.length >= 9 ? idNumber.slice(0, 20) : null,
    phone: phone.length >= 9 ? phone.slice(0, 24) : null,
    name: applicant.name.trim().slice(0, 200),
    birthOn: parseTypedDay(applicant.birthOn) ?? null,
  };
  const question: typeof typed = JSON.parse(useDebounced(JSON.stringify(typed)));
  const isEmpty = question.idNumber === null && question.phone === null && question.birthOn === null;
  const found = useQuery({ ...trpc.citizens.recognise.queryOptions(question), enabled: !isEmpty });
  const people = isEmpty ? [] : (found.data ?? []);
  const certain = people.find((hint) => isFormOf(hint, applicant));
  if (certain) return <HouseholdChips person={certain} onReplace={onReplace} />;
  const offered = people.filter((hint) => mayBe(hint, idNumber));
  if (offered.length === 0) return null;
  return (
    <div className={styles.hints} role="status" data-enter="skip">
      <PersonSearchOutlined />
      <ul>
        {offered.map((hint) => (
          <li key={hint.id} className={styles.person}>
            <b className="cut">{hint.applicant.name}</b>
            <MuiLink component="button" type="button" variant="body2" onClick={() => onPick(hint)}>
              Dùng lại
            </MuiLink>
            <small className="cut">{whyWords(hint)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The form is about him already: nothing to offer but his household. */
function isFormOf(
  { applicant: known, maskedIdNumber, matched }: KnownPerson,
  form: ApplicantValues,
): boolean {
  if (matched === 'idNumber') return fold(known.name) === fold(form.name.trim());
  return maskedIdNumber === null && known.name === form.name.trim();
}

/** Another number is another person. */
function mayBe({ maskedIdNumber, matched }: KnownPerson, idNumber: string): boolean {
  return matched === 'idNumber' || idNumber === '' || maskedIdNumber === null;
}

const reasons = { idNumber: 'cùng số', phone: 'cùng điện thoại', name: 'cùng tên, năm sinh' };

function whyWords({ matched, applicant, caseCount }: KnownPerson): string {
  const { birthOn, phone } = applicant;
  const fact = matched === 'phone' ? birthOn?.slice(0, 4) : phone && formatPhone(phone);
  return `${reasons[matched]} · ${fact || `${caseCount} hồ sơ`}`;
}
