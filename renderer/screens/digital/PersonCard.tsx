import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { erasedName } from '../../../shared/domain/redaction.ts';
import type { DigitalCard, DigitalPersonOf } from '../../../shared/views-digital.ts';
import { useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { errorSentences } from '../../error-sentences.ts';
import { useSession } from '../../session.tsx';
import { CriteriaList } from './CriteriaList.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import styles from './Digital.module.css';
import { DoneBar } from './DoneBar.tsx';
import { factsOf } from './digital-words.ts';
import { EraseCard } from './EraseCard.tsx';
import { HelpHistory } from './HelpHistory.tsx';
import { LogHelp } from './LogHelp.tsx';
import personStyles from './Person.module.css';
import { Ring } from './Ring.tsx';
import { useDeeds } from './use-deeds.ts';

type Shown = { personId: number } | { citizenId: number };

/** Somebody's card: what he has, what he lacks, and the next lượt. Whoever has none yet gets one with the first deed. */
export function PersonCard({ whose, onKnown }: { whose: Shown; onKnown: (personId: number) => void }) {
  const trpc = useTRPC();
  const isCitizen = 'citizenId' in whose;
  const of = useQuery({
    ...trpc.digital.personOf.queryOptions(isCitizen ? whose : { citizenId: 0 }),
    enabled: isCitizen,
  });
  const personId = isCitizen ? of.data?.personId : whose.personId;
  const card = useQuery({
    ...trpc.digital.card.queryOptions({ personId: personId ?? 0 }),
    enabled: Boolean(personId),
  });
  const failed = [of, card].find(({ isError, data }) => isError && data === undefined);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (card.data) return <Card whose={whose} card={card.data} known={card.data} onKnown={onKnown} />;
  if (isCitizen && of.data && personId === null)
    return <Card whose={whose} card={of.data} known={null} onKnown={onKnown} />;
  return (
    <Delayed>
      <p className={styles.quiet} role="status">
        Đang mở thẻ
      </p>
    </Delayed>
  );
}

function Card(props: {
  whose: Shown;
  card: DigitalCard | DigitalPersonOf;
  known: DigitalCard | null;
  onKnown: (personId: number) => void;
}) {
  const { whose, card, known, onKnown } = props;
  const [isDescribing, setDescribing] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const { person } = useSession();
  // Whom a record names is erased with it.
  const isErasable = known?.isAlone && known.name !== erasedName;
  const mayErase = isErasable && person?.roles.includes('administrator');
  const deeds = useDeeds(whose, onKnown);
  const isShut = known?.isErased ?? false;
  return (
    <>
      <div className={personStyles.personHead}>
        <div className={personStyles.personName}>
          {known ? <Name name={known.name} facts={factsOf(known)} /> : <CitizenName whose={whose} />}
        </div>
        {known && !isShut && (
          <IconButton aria-label="Sửa tên, địa bàn" size="small" onClick={() => setDescribing(true)}>
            <EditOutlined />
          </IconButton>
        )}
        {mayErase && (
          <IconButton
            aria-label="Xóa dữ liệu của người này"
            title="Xóa dữ liệu của người này"
            size="small"
            onClick={() => setErasing(true)}
          >
            <DeleteOutlined />
          </IconButton>
        )}
        <Ring reached={card.reached} of={card.required} />
      </div>
      <div className={personStyles.personBody}>
        <CriteriaList criteria={card.criteria} deeds={deeds} isShut={isShut} />
        {known && known.helps.length > 0 && <HelpHistory helps={known.helps} deeds={deeds} />}
      </div>
      <div className={personStyles.done}>
        <DoneBar deeds={deeds} />
      </div>
      {isShut ? (
        <p className={personStyles.shut}>{errorSentences.cardErased({ code: 'cardErased' })}</p>
      ) : (
        <LogHelp deeds={deeds} />
      )}
      {isErasing && known && <EraseCard card={known} onClose={() => setErasing(false)} />}
      {isDescribing && known && <DescribeDialog card={known} onClose={() => setDescribing(false)} />}
    </>
  );
}

function Name({ name, facts }: { name: string; facts: string }) {
  return (
    <>
      <h2>{name || 'Không ghi tên'}</h2>
      <p>{facts || 'chưa ghi năm sinh, địa bàn'}</p>
    </>
  );
}

/** Of the register of citizens, before the first deed. */
function CitizenName({ whose }: { whose: Shown }) {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.citizens.get.queryOptions({ id: 'citizenId' in whose ? whose.citizenId : 0 }),
    enabled: 'citizenId' in whose,
  });
  if (data === undefined) return null;
  const birthYear = data.birthOn === null ? null : Number(data.birthOn.slice(0, 4));
  return <Name name={data.name} facts={factsOf({ birthYear, area: data.address, phone: data.phone })} />;
}
