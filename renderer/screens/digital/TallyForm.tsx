import Button from '@mui/material/Button';
import { type KeyboardEvent, useRef, useState } from 'react';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import type { CampaignPlan } from '../../../shared/domain/campaign-files.ts';
import { type AssistanceLevel, assistanceLevels } from '../../../shared/domain/digital.ts';
import type { CampaignDesk } from '../../../shared/views-campaign.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useKeys } from '../../keys.ts';
import { BigChoice } from './BigChoice.tsx';
import styles from './Tally.module.css';
import { TallyPerson } from './TallyPerson.tsx';
import { TallyTeam } from './TallyTeam.tsx';
import { useTally } from './use-tally.ts';

/** Keys of the topics in their order. */
const digits = '1234567890';

/** Who, what, how much he did himself; several topics at once are as many lượt. */
export function TallyForm(props: {
  desk: CampaignDesk;
  team: CampaignPlan['teams'][number];
  day: string;
  onTeam: (teamId: string) => void;
}) {
  const { desk, team, day, onTeam } = props;
  const { plan } = desk;
  const first = useRef<HTMLInputElement>(null);
  const [memberId, setMemberId] = useState<string | null>(null);
  const [level, setLevel] = useState<AssistanceLevel>('guided');
  const tally = useTally(desk.id, plan.namesInFiles, () => first.current?.focus());
  const member = team.members.some(({ id }) => id === memberId) ? memberId : null;
  const log = () => void tally.log({ teamId: team.id, memberId: member, level, on: day });
  useKeys({ primary: log, back: tally.clear, undo: () => void tally.undo() });
  const chosen = plan.topics.filter(({ id }) => tally.topics.includes(id));
  const towards = plan.criteria.filter(({ id }) => chosen.some(({ criterion }) => criterion === id));
  /** Digits choose while nothing is typed: the field takes no text of its own. */
  const onDigit = (event: KeyboardEvent) => {
    const topic = event.key.length === 1 ? plan.topics[digits.indexOf(event.key)] : undefined;
    if (topic === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    tally.toggleTopic(topic.id);
  };
  return (
    <form
      className={styles.form}
      aria-label="Ghi lượt của đợt"
      onKeyDown={enterMovesOn}
      onSubmit={(event) => {
        event.preventDefault();
        log();
      }}
    >
      <TallyTeam plan={plan} team={team} memberId={member} onTeam={onTeam} onMember={setMemberId} />
      <TallyPerson
        key={tally.number}
        tally={tally}
        areas={plan.areas}
        hasNames={plan.namesInFiles}
        inputRef={first}
      />
      <fieldset className={styles.group}>
        <legend>
          Đã giúp việc gì
          <input
            className={styles.digits}
            aria-label="Chọn việc bằng phím số"
            placeholder="gõ số"
            value=""
            readOnly
            onKeyDown={onDigit}
          />
        </legend>
        <div className={styles.topics}>
          {plan.topics.map(({ id, label }, index) => (
            <BigChoice
              key={id}
              kind="checkbox"
              isOn={tally.topics.includes(id)}
              cap={digits[index]}
              onPress={() => tally.toggleTopic(id)}
            >
              {label}
            </BigChoice>
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Mức giúp</legend>
        <div className={styles.levels}>
          {assistanceLevels.map((value) => (
            <BigChoice
              key={value}
              kind="radio"
              name="level"
              isOn={level === value}
              onPress={() => setLevel(value)}
            >
              {assistanceLevelLabels[value]}
            </BigChoice>
          ))}
        </div>
      </fieldset>
      {towards.length > 0 && (
        <fieldset className={styles.group}>
          <legend>Đã đạt ngay</legend>
          <div className={styles.topics}>
            {towards.map(({ id, label }) => (
              <BigChoice
                key={id}
                kind="checkbox"
                isOn={tally.marks.includes(id)}
                onPress={() => tally.toggleMark(id)}
              >
                {label}
              </BigChoice>
            ))}
          </div>
        </fieldset>
      )}
      {tally.fault && (
        <p role="alert" className={styles.fault}>
          {tally.fault}
        </p>
      )}
      {tally.error !== null && <ErrorNotice error={tally.error} />}
      <div className={styles.submit}>
        <Button variant="text" onClick={tally.clear} endIcon={<Cap>Esc</Cap>}>
          Xóa trắng
        </Button>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={tally.pending}
          endIcon={<Keycap name="primary" />}
        >
          {chosen.length > 1 ? `Ghi ${chosen.length} lượt` : 'Ghi lượt'}
        </Button>
      </div>
      {tally.done && (
        <QuietBar
          actions={
            tally.done.ids.length > 0 && (
              <Button variant="text" size="small" onClick={() => void tally.undo()}>
                Hoàn tác <Keycap name="undo" />
              </Button>
            )
          }
        >
          {tally.done.words}
        </QuietBar>
      )}
    </form>
  );
}
