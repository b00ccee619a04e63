import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import { refusalWords } from '../../../shared/refusal-words.ts';
import type { HeldOriginals, HeldRow } from '../../../shared/views-counter.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Panel } from '../../components/Panel.tsx';
import styles from './Custody.module.css';
import { Phone } from './Phone.tsx';
import { useCustodyAct } from './use-custody-act.ts';

/** Originals that the office holds, the longest held first; the shelf is written where it stands. */
export function HeldTable({ held }: { held: HeldOriginals }) {
  const [givingBack, setGivingBack] = useState<HeldRow | null>(null);
  const act = useCustodyAct();
  const { cases, originals, rows } = held;
  if (rows.length === 0) {
    return (
      <EmptyState icon={<Inventory2Outlined />} title="Không giữ bản chính nào">
        Bản chính ghi khi tiếp nhận hiện ở đây cho đến khi trả lại.
      </EmptyState>
    );
  }
  return (
    <>
      {act.error !== null && givingBack === null && <ErrorNotice error={act.error} />}
      <Panel
        title={`${formatInteger(originals)} bản chính của ${formatInteger(cases)} hồ sơ`}
        note={
          rows.length < cases ? `${formatInteger(rows.length)} hồ sơ giữ lâu nhất` : 'giữ lâu nhất ở trên'
        }
        flush
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Hồ sơ</th>
              <th scope="col">Bản chính</th>
              <th scope="col">Ngăn, tủ</th>
              <th scope="col">Giữ từ</th>
              <th scope="col">Điện thoại</th>
              <th scope="col" aria-label="Việc" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <b>{row.applicantName}</b>
                  <small>
                    <MuiLink component={Link} to={`/ho-so/${row.id}`}>
                      {row.caseCode}
                    </MuiLink>{' '}
                    {row.procedureShortName}
                  </small>
                </td>
                <td>
                  {row.items.map(({ name, originals: count }) => (
                    <span key={name} className={styles.item} title={name}>
                      {count} × {name}
                    </span>
                  ))}
                </td>
                <td>
                  <Shelf key={row.version} row={row} act={act} />
                </td>
                <td className={styles.since}>{formatShortTime(row.receivedAt)}</td>
                <td>
                  <Phone number={row.phone} />
                </td>
                <td className={styles.acts}>
                  <Button
                    size="small"
                    disabled={row.refusal !== null || act.pending}
                    title={
                      row.refusal
                        ? refusalWords({
                            act: 'giveBackOriginals',
                            status: row.status,
                            refusal: row.refusal,
                          })
                        : undefined
                    }
                    onClick={() => {
                      act.clear();
                      setGivingBack(row);
                    }}
                  >
                    Trả lại
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {givingBack && <GiveBack row={givingBack} act={act} onClose={() => setGivingBack(null)} />}
    </>
  );
}

interface RowProps {
  row: HeldRow;
  act: ReturnType<typeof useCustodyAct>;
}

/** Written with Enter or on leaving; Esc brings back what stood there. */
function Shelf({ row, act }: RowProps) {
  const { id, version, shelf } = row;
  const [text, setText] = useState(shelf);
  const save = () => {
    if (text.trim() !== shelf) void act.run({ id, version, act: { kind: 'shelve', shelf: text } });
  };
  return (
    <input
      className={styles.shelf}
      aria-label={`Ngăn, tủ của ${row.applicantName}`}
      placeholder="chưa ghi"
      value={text}
      maxLength={60}
      disabled={row.refusal !== null}
      onChange={({ target }) => setText(target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setText(shelf);
      }}
    />
  );
}

function GiveBack({ row, act, onClose }: RowProps & { onClose: () => void }) {
  const { id, version, items } = row;
  const [to, setTo] = useState(row.applicantName);
  return (
    <FormDialog
      title="Trả lại bản chính"
      word="Trả lại"
      pending={act.pending}
      error={act.error}
      disabled={to.trim() === ''}
      onSubmit={() => void act.run({ id, version, act: { kind: 'giveBackOriginals', items, to } }, onClose)}
      onClose={onClose}
    >
      <ul className={styles.items}>
        {items.map(({ name, originals }) => (
          <li key={name}>
            {originals} × {name}
          </li>
        ))}
      </ul>
      <LabelledField label="Người nhận lại" value={to} onChange={setTo} />
    </FormDialog>
  );
}
