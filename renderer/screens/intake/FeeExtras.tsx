import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { FeeSettings } from '../../../shared/domain/fee-rule.ts';
import { formatMoney } from '../../../shared/format.ts';
import styles from './Fee.module.css';
import { FeeFault } from './FeeFault.tsx';
import { HandlingLine } from './HandlingLine.tsx';
import type { IntakeValues } from './intake-values.ts';

/** Copying, typing: what the office charges beside the procedure. No line where it charges nothing. */
export function FeeExtras({ settings }: { settings: FeeSettings }) {
  const { setValue } = useFormContext<IntakeValues>();
  const chosen = useWatch<IntakeValues, 'fee.extras'>({ name: 'fee.extras' });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const line = useRef<HTMLSpanElement>(null);
  const added = useRef<string>(null);
  const others = settings.extras.filter(({ code }) => !chosen.some((each) => each.code === code));
  /** The count is what is asked next; who chose nothing is back at the button. */
  const goOn = () => {
    const count = line.current?.querySelector<HTMLInputElement>(`[data-extra="${added.current}"]`);
    added.current = null;
    if (count) count.select();
    const next = count ?? line.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
    next?.focus();
  };
  if (settings.extras.length === 0 && chosen.length === 0) return null;
  const change = (extras: typeof chosen) => setValue('fee.extras', extras, { shouldDirty: true });
  return (
    <>
      <HandlingLine label="Thu thêm">
        <span ref={line} className={styles.extras}>
          {chosen.map(({ code, quantity }, index) => {
            const { name = code, unit = '' } = settings.extras.find((known) => known.code === code) ?? {};
            return (
              <span key={code} className={styles.extra}>
                {name}
                <input
                  data-extra={code}
                  value={quantity}
                  inputMode="numeric"
                  maxLength={4}
                  aria-label={`${name}, số ${unit}`}
                  onChange={({ target }) =>
                    change(chosen.with(index, { code, quantity: target.value.replaceAll(/\D/g, '') }))
                  }
                />
                {unit}
                <button
                  type="button"
                  aria-label={`Bỏ ${name}`}
                  onClick={() => change(chosen.toSpliced(index, 1))}
                >
                  <CloseOutlined />
                </button>
              </span>
            );
          })}
          {others.length > 0 && (
            <button
              type="button"
              className={styles.add}
              aria-haspopup="menu"
              aria-label="Thu thêm một khoản"
              onClick={({ currentTarget }) => setAnchor(currentTarget)}
            >
              <AddOutlined />
              khoản
            </button>
          )}
        </span>
      </HandlingLine>
      {chosen.map(({ code }, index) => (
        <FeeFault key={code} name={`fee.extras.${index}.quantity`} />
      ))}
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        disableRestoreFocus
        slotProps={{ transition: { onExited: goOn } }}
      >
        {others.map(({ code, name, unit, unitVnd }) => (
          <MenuItem
            key={code}
            onClick={() => {
              setAnchor(null);
              added.current = code;
              change([...chosen, { code, quantity: '1' }]);
            }}
          >
            {name}, {formatMoney(unitVnd)} một {unit}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
