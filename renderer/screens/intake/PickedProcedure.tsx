import CloseOutlined from '@mui/icons-material/CloseOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import IconButton from '@mui/material/IconButton';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { shortLimitText } from '../../../shared/appointment-words.ts';
import type { CatalogueRow } from '../../../shared/views.ts';
import { GuidanceSheet } from '../../components/GuidanceSheet.tsx';
import styles from './ProcedureColumn.module.css';

/** The chosen procedure. Typing a letter looks for another one; Enter goes on. */
export function PickedProcedure(props: {
  row: CatalogueRow;
  buttonRef: Ref<HTMLButtonElement>;
  onType: (text: string) => void;
  onClear: () => void;
}) {
  const { row, buttonRef, onType, onClear } = props;
  const [isGuiding, setGuiding] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      onType('');
    } else if (/^[\p{L}\d]$/u.test(event.key)) {
      event.preventDefault();
      onType(event.key);
    }
  };
  return (
    <div className={styles.picked}>
      <SearchOutlined aria-hidden="true" />
      <button
        type="button"
        ref={buttonRef}
        data-enter="next"
        onKeyDown={onKeyDown}
        onClick={() => onType('')}
      >
        <b>{row.shortName}</b>
        <span>
          {row.code} · {row.field} · {shortLimitText(row.limit)}
        </span>
      </button>
      <IconButton
        tabIndex={-1}
        aria-label="In phiếu hướng dẫn"
        title="In phiếu hướng dẫn"
        onClick={() => setGuiding(true)}
      >
        <PrintOutlined />
      </IconButton>
      <IconButton tabIndex={-1} aria-label="Bỏ thủ tục này" onClick={onClear}>
        <CloseOutlined />
      </IconButton>
      {isGuiding && <GuidanceSheet procedureCode={row.code} onClose={() => setGuiding(false)} />}
    </div>
  );
}
