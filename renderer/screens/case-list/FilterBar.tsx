import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { type ReactNode, useState } from 'react';
import type { CaseListFilter } from '../../list-state.ts';
import styles from './CaseList.module.css';
import { FilterEditor } from './FilterEditor.tsx';
import { filterChips } from './filter-chips.ts';
import { useChipNames } from './use-chip-names.ts';

interface FilterBarProps {
  filter: CaseListFilter;
  onChange: (filter: CaseListFilter) => void;
  actions: ReactNode;
}

/** The conditions in force as chips; each opens the editor or goes away. */
export function FilterBar({ filter, onChange, actions }: FilterBarProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const chips = filterChips(filter, useChipNames());
  return (
    <div className={styles.filters}>
      {chips.map(({ name, value, without }) => (
        <span key={name} className={styles.chip}>
          <button type="button" onClick={(event) => setAnchor(event.currentTarget)}>
            {name} <b className={styles.value}>{value}</b>
          </button>
          <button
            type="button"
            aria-label={`Bỏ điều kiện ${name} ${value}`}
            onClick={() => onChange(without)}
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
      <button
        type="button"
        className={styles.add}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AddOutlined />
        Thêm điều kiện
      </button>
      <span className="grow" />
      {chips.length > 0 && (
        <Button variant="text" size="small" onClick={() => onChange({})}>
          Bỏ lọc
        </Button>
      )}
      {actions}
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'Điều kiện lọc' } }}
      >
        <FilterEditor filter={filter} onChange={onChange} />
      </Popover>
    </div>
  );
}
