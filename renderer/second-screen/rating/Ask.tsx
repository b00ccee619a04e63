import { type SyntheticEvent, useState } from 'react';
import { asksReasons } from '../../../shared/domain/rating.ts';
import type { RatingForm } from '../../../shared/views-rating.ts';
import { describeError } from '../../error-sentences.ts';
import { Back } from '../Back.tsx';
import { displayApi } from '../display-api.ts';
import { Faces } from './Faces.tsx';
import styles from './Rating.module.css';
import { ReasonChips } from './ReasonChips.tsx';

const longest = 300;

/** A face, then Gửi. Below a face that is not content, what was not good; further questions follow, all of them optional. */
export function Ask(props: { code: string; form: RatingForm; onBack: () => void; onAnswered: () => void }) {
  const { code, form, onBack, onAnswered } = props;
  const { scale, set, procedureName } = form;
  const [mark, setMark] = useState<number | null>(null);
  const [marks, setMarks] = useState<Record<string, number>>({});
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [comment, setComment] = useState('');
  const [fault, setFault] = useState('');
  const [isSending, setIsSending] = useState(false);
  const asksWhy = mark !== null && asksReasons(mark, scale);
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (mark === null || isSending) return;
    setIsSending(true);
    setFault('');
    try {
      const why = asksWhy ? { reasons: [...reasons], comment } : { comment };
      await displayApi.rating.answer.mutate({ code, mark, marks, ...why });
      onAnswered();
    } catch (error) {
      setFault(describeError(error).sentence);
      setIsSending(false);
    }
  };
  return (
    <main className={styles.main}>
      <form className={styles.form} onSubmit={(event) => void send(event)}>
        {/* Scrolled by arrows too where a set is long. */}
        <div className={styles.scroll}>
          <div className={styles.head}>
            <div>
              <h1>{set.main}</h1>
              <p className={styles.sub}>{procedureName}. Chạm một khuôn mặt, rồi chạm Gửi.</p>
            </div>
            <Back onBack={onBack} />
          </div>
          <Faces label={set.main} scale={scale} mark={mark} onMark={setMark} />
          {asksWhy && set.reasons.length > 0 && (
            <ReasonChips reasons={set.reasons} chosen={reasons} onChoose={setReasons} />
          )}
          {mark !== null && (
            <input
              className={styles.comment}
              value={comment}
              maxLength={longest}
              placeholder="Viết thêm một câu"
              aria-label="Viết thêm một câu, không bắt buộc"
              autoComplete="off"
              onChange={({ target }) => setComment(target.value)}
            />
          )}
          {mark !== null && set.questions.length > 0 && (
            <section className={styles.more}>
              <h2>
                Chi tiết hơn<small>không bắt buộc</small>
              </h2>
              {set.questions.map(({ code: question, text }) => (
                <div key={question} className={styles.question}>
                  <p aria-hidden="true">{text}</p>
                  <Faces
                    small
                    label={text}
                    scale={scale}
                    mark={marks[question] ?? null}
                    onMark={(given) => setMarks({ ...marks, [question]: given })}
                  />
                </div>
              ))}
            </section>
          )}
        </div>
        <div className={styles.foot}>
          {fault !== '' && (
            <p className={styles.fault} role="alert">
              {fault}
            </p>
          )}
          <p className={styles.privacy}>
            <HiddenEye />
            Cán bộ tại quầy không xem được. Không hỏi tên.
          </p>
          <button type="submit" className={styles.send} disabled={mark === null || isSending}>
            Gửi đánh giá
          </button>
        </div>
      </form>
    </main>
  );
}

function HiddenEye() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d="M2 12c2-4.400 5.700-7 10-7s8 2.600 10 7c-2 4.400-5.700 7-10 7s-8-2.600-10-7z" />
      <circle cx="12" cy="12" r="3" />
      <path d="m4 3 16 18" strokeLinecap="round" />
    </svg>
  );
}
