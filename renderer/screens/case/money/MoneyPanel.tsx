import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import type { CaseState } from '../../../../shared/domain/case-flow.ts';
import { formatMoney } from '../../../../shared/format.ts';
import type { CaseMoney } from '../../../../shared/views-money.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { useFocusHome } from '../../../components/use-focus-home.ts';
import { Row } from '../Rows.tsx';
import { MoneyDialog, type MoneyQuestion } from './MoneyDialog.tsx';
import { balanceWords } from './money-words.ts';
import { PaymentItem } from './PaymentItem.tsx';
import { useCaseMoney, useMoneyAct, useMoneyRole } from './use-money.ts';
import { useNotePrinting } from './use-note-printing.ts';

interface MoneyPanelProps {
  id: number;
  state: CaseState;
  /** Shows papers for the browser's own print dialog. */
  onShow: (jobIds: number[]) => void;
}

/** What is owed, paid and given back; the acts on it, and who did them. */
export function MoneyPanel({ id, state, onShow }: MoneyPanelProps) {
  const money = useCaseMoney(id);
  const { sees } = useMoneyRole();
  if (!sees) return <FeeOnly state={state} />;
  if (money.data === undefined) {
    return (
      <Panel title="Tiền" flush>
        {money.isError && <ErrorNotice error={money.error} />}
      </Panel>
    );
  }
  return <MoneyBody money={money.data} onShow={onShow} />;
}

/** Whoever has nothing to do with money sees what the case costs. */
function FeeOnly({ state: { fee } }: { state: CaseState }) {
  const { amountVnd, method } = fee;
  const isFree = amountVnd === 0 || method === 'exempt';
  return (
    <Panel
      title="Tiền"
      note={
        amountVnd === null ? 'chưa có mức thu' : isFree ? 'không thu' : `lệ phí ${formatMoney(amountVnd)}`
      }
      flush
    >
      {null}
    </Panel>
  );
}

function MoneyBody({ money, onShow }: { money: CaseMoney; onShow: (jobIds: number[]) => void }) {
  const { caseId, missingVnd, toReturnVnd, overVnd, openVnd, payments } = money;
  const { takes } = useMoneyRole();
  const act = useMoneyAct(caseId);
  const printing = useNotePrinting(onShow);
  const [asked, setAsked] = useState<MoneyQuestion | null>(null);
  const ask = (next: MoneyQuestion | null) => {
    act.clear();
    setAsked(next);
  };
  const list = useRef<HTMLUListElement>(null);
  // What was pressed is gone once it is done: the keyboard goes on to what is next.
  useFocusHome(
    () =>
      list.current?.querySelector<HTMLElement>('[data-waits] button:not(:disabled)') ??
      [...(list.current?.querySelectorAll<HTMLElement>('[data-acts] button:not(:disabled)') ?? [])].at(-1),
    asked === null && !act.pending,
    payments.reduce((sum, { version }) => sum + version, 0),
  );
  const paid = payments.find(({ refundableVnd }) => refundableVnd > 0);
  return (
    <Panel title="Tiền" note={balanceWords(money)} flush>
      {act.error !== null && asked === null && <ErrorNotice error={act.error} />}
      {printing.error !== null && <ErrorNotice error={printing.error} />}
      <ul ref={list}>
        {payments.map((payment) => (
          <PaymentItem
            key={payment.id}
            payment={payment}
            act={act}
            isPrinting={printing.pending}
            onAsk={(kind) => ask({ kind, payment })}
            onPrint={() => void printing.print(payment.id)}
          />
        ))}
        {missingVnd > 0 && (
          <Row
            warns
            side={
              takes && (
                <Button
                  size="small"
                  disabled={act.pending}
                  onClick={() =>
                    void act.run(
                      () => act.demand({ caseId, amountVnd: missingVnd }),
                      () => {},
                    )
                  }
                >
                  Ghi khoản phải thu
                </Button>
              )
            }
          >
            Mức thu còn <b>{formatMoney(missingVnd)}</b> chưa ghi
          </Row>
        )}
        {toReturnVnd > 0 && paid !== undefined && (
          <Row
            warns
            side={
              takes && (
                <Button
                  size="small"
                  disabled={act.pending}
                  onClick={() => ask({ kind: 'refund', payment: paid, amountVnd: toReturnVnd })}
                >
                  Hoàn tiền
                </Button>
              )
            }
          >
            Cần hoàn cho người dân <b>{formatMoney(Math.min(toReturnVnd, paid.refundableVnd))}</b>
          </Row>
        )}
        {overVnd > 0 && openVnd > 0 && (
          <Row warns sub="Hủy khoản chưa thu rồi ghi lại theo mức mới.">
            Khoản phải thu nhiều hơn mức thu <b>{formatMoney(overVnd)}</b>
          </Row>
        )}
      </ul>
      {asked && <MoneyDialog asked={asked} act={act} onClose={() => ask(null)} />}
    </Panel>
  );
}
