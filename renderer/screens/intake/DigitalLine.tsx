import MobileFriendlyOutlined from '@mui/icons-material/MobileFriendlyOutlined';
import Divider from '@mui/material/Divider';
import MuiLink from '@mui/material/Link';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import { assistanceLevels, type MetPerson, metPersonSchema } from '../../../shared/domain/digital.ts';
import { areaNamedIn, type DigitalSettings, stillOffered } from '../../../shared/domain/digital-settings.ts';
import { parseTypedDay } from '../../../shared/format.ts';
import type { CardCriterion } from '../../../shared/views-digital.ts';
import { useTRPC } from '../../api.ts';
import { useDebounced } from '../../components/use-debounced.ts';
import { describeError } from '../../error-sentences.ts';
import { reachedBeforeWords } from '../digital/digital-words.ts';
import { type Deeds, useDeeds } from '../digital/use-deeds.ts';
import { useDigitalSetup } from '../digital/use-digital-setup.ts';
import type { IntakeValues } from './intake-values.ts';
import styles from './PersonHints.module.css';

type ApplicantValues = IntakeValues['applicant'];

/** What the applicant lacks to be a digital citizen; two taps log a help. Passed by on the way to the receipt. */
export function DigitalLine() {
  const applicant = useWatch<IntakeValues, 'applicant'>({ name: 'applicant' });
  const setup = useDigitalSetup();
  const met = metOf(applicant, setup?.areas ?? []);
  const number = useDebounced(met?.idNumber ?? '');
  if (met === undefined || setup === undefined || number !== met.idNumber) return null;
  return <Missing key={number} met={met} number={number} setup={setup} />;
}

function Missing({ met, number, setup }: { met: MetPerson; number: string; setup: DigitalSettings }) {
  const trpc = useTRPC();
  const deeds = useDeeds({ met });
  const [menu, setMenu] = useState<{ anchor: HTMLElement; criterion: CardCriterion } | null>(null);
  const { data } = useQuery({
    ...trpc.digital.personOf.queryOptions({ idNumber: number }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  const missing = data.criteria.filter(({ required, mark }) => required && mark === null);
  const topicOf = (criterion: string) =>
    stillOffered(setup.topics).find((one) => one.criterion === criterion);
  const close = () => setMenu(null);
  return (
    <div className={styles.hints} data-enter="skip">
      <MobileFriendlyOutlined />
      <div className={styles.lacking}>
        {missing.length === 0
          ? `Đủ ${data.required} tiêu chí công dân số. `
          : `${data.personId === null ? 'Chưa ghi' : 'Còn thiếu'}: `}
        {missing.map((criterion, index) => (
          <Fragment key={criterion.id}>
            <button
              type="button"
              disabled={deeds.pending}
              aria-haspopup="menu"
              onClick={({ currentTarget }) => setMenu({ anchor: currentTarget, criterion })}
            >
              {topicOf(criterion.id)?.label ?? criterion.label}
            </button>
            {index === missing.length - 1 ? ' ' : ', '}
          </Fragment>
        ))}
        <Last deeds={deeds} />
      </div>
      {menu && (
        <Menu open anchorEl={menu.anchor} onClose={close}>
          {topicOf(menu.criterion.id) &&
            assistanceLevels.map((level) => (
              <MenuItem
                key={level}
                onClick={() => {
                  close();
                  void deeds.help({ topic: topicOf(menu.criterion.id)?.id ?? '', level });
                }}
              >
                {assistanceLevelLabels[level]}
              </MenuItem>
            ))}
          <Divider />
          <MenuItem
            onClick={() => {
              close();
              void deeds.mark({ criterion: menu.criterion.id, check: 'seen' });
            }}
          >
            Đã có, xem trên máy
          </MenuItem>
        </Menu>
      )}
    </div>
  );
}

function Last({ deeds }: { deeds: Deeds }) {
  const { last, error, undo, canUndo } = deeds;
  if (error !== null) return <span role="alert">{describeError(error).sentence}</span>;
  if (last === null) return null;
  const words =
    last.kind === 'reachedBefore'
      ? reachedBeforeWords(last.claim)
      : { helped: 'Đã ghi một lượt giúp.', marked: 'Đã ghi đạt.', undone: 'Đã hoàn tác.' }[last.kind];
  return (
    <span role="status">
      {words}{' '}
      {canUndo && (
        <MuiLink component="button" type="button" variant="body2" onClick={undo}>
          Hoàn tác
        </MuiLink>
      )}
    </span>
  );
}

/** The applicant as digital support knows people; undefined until a name and a whole number stand there. */
function metOf(applicant: ApplicantValues, areas: readonly string[]): MetPerson | undefined {
  const { kind, idNumber, name, birthOn, phone, address } = applicant;
  const digits = idNumber.replaceAll(/\s/g, '');
  if (kind !== 'citizen' || !/^\d{12}$/.test(digits)) return undefined;
  const year = parseTypedDay(birthOn)?.slice(0, 4);
  const person = {
    name,
    idNumber: digits,
    birthYear: year === undefined ? null : Number(year),
    area: areaNamedIn(address, areas),
  };
  // A telephone that is half typed is none.
  const whole = metPersonSchema.safeParse({ ...person, phone: phone.replaceAll(/\s/g, '') || null });
  return whole.data ?? metPersonSchema.safeParse(person).data;
}
