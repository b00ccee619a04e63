import { useState } from 'react';
import { estimateWords } from '../../../shared/queue-words.ts';
import type { QueueOnScreen, TakenTicket } from '../../../shared/views-queue.ts';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { Back } from '../Back.tsx';
import { displayApi } from '../display-api.ts';
import { useAfter } from '../use-after.ts';
import styles from './Queue.module.css';

/** How long the number stands before the next person may take one. */
const takenSeconds = 12;

/** Lấy số: one touch for most, two with priority. */
export function TakeTicket({ queue, onDone }: { queue: QueueOnScreen; onDone: () => void }) {
  const [formKey] = useState(() => crypto.randomUUID());
  const [priority, setPriority] = useState('');
  const [taken, setTaken] = useState<TakenTicket | null>(null);
  const [refusal, setRefusal] = useState('');
  const take = useOnce(async (group: string) => {
    setRefusal('');
    try {
      setTaken(await displayApi.queue.take.mutate({ formKey, group, priority }));
    } catch (error) {
      const { code, sentence } = describeError(error);
      setRefusal(code === 'queueClosed' ? sentence : 'Chưa lấy được số. Chạm lại, hoặc báo cán bộ tại quầy.');
    }
  });
  useAfter(taken !== null, takenSeconds, onDone);
  if (taken) return <Taken taken={taken} onDone={onDone} />;

  const { groups, priorities, waiting, byGroup, estimate } = queue;
  const lines = groups.length > 0 ? groups : [{ code: '', name: 'Lấy số' }];
  return (
    <main className={styles.take}>
      <div className={styles.takeHead}>
        <Back onBack={onDone} />
        <h1 className={styles.title}>{groups.length > 0 ? 'Đến làm việc gì?' : 'Lấy số chờ'}</h1>
        <p>{waiting === 0 ? 'Chưa có ai chờ' : `${waiting} người đang chờ, ${estimateWords(estimate)}`}</p>
      </div>
      {priorities.length > 0 && (
        <fieldset className={styles.priorities}>
          <legend>Được ưu tiên thì chọn trước</legend>
          {priorities.map(({ code, name }) => (
            <button
              key={code}
              type="button"
              aria-pressed={priority === code}
              onClick={() => setPriority(priority === code ? '' : code)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
      <div className={styles.lines} data-many={lines.length > 3 || undefined}>
        {lines.map(({ code, name }) => (
          <button key={code} type="button" disabled={take.pending} onClick={() => void take.run(code)}>
            <b>{name}</b>
            {groups.length > 0 && <span>{byGroup[code] ?? 0} người chờ</span>}
          </button>
        ))}
      </div>
      <p role="alert" className={styles.refused}>
        {refusal}
      </p>
    </main>
  );
}

function Taken({ taken, onDone }: { taken: TakenTicket; onDone: () => void }) {
  const { number, group, priority, before, estimate, isPrinted } = taken;
  const about = [group, priority].filter((words) => words !== null).join(' · ');
  return (
    <main className={styles.taken}>
      <Back onBack={onDone} />
      <div role="status">
        <p className={styles.how}>Số của Ông/Bà{about !== '' && ` (${about})`}</p>
        <h1 className={styles.number}>{number}</h1>
        <p className={styles.before}>
          {before === 0 ? 'Không có ai chờ trước' : `${before} người chờ trước, ${estimateWords(estimate)}`}
        </p>
        <p className={styles.how}>
          {isPrinted
            ? 'Phiếu đang in. Nghe và nhìn màn hình khi đến lượt.'
            : 'Xin nhớ số này và nhìn màn hình khi đến lượt.'}
        </p>
      </div>
    </main>
  );
}
