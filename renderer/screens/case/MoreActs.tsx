import ExpandLessOutlined from '@mui/icons-material/ExpandLessOutlined';
import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState } from 'react';
import type { Act, Status } from '../../../shared/domain/case-flow.ts';
import { actLabels } from '../../../shared/labels.ts';
import { refusalWords } from '../../../shared/refusal-words.ts';
import type { CaseAct } from '../../../shared/views.ts';
import { Keycap } from '../../components/Keycap.tsx';
import type { KeyName } from '../../keys.ts';
import styles from './ActBar.module.css';
import { actIcons } from './act-icons.ts';

interface MoreActsProps {
  acts: readonly CaseAct[];
  status: Status;
  disabled: boolean;
  keyOf: (act: Act) => KeyName | undefined;
  onChoose: (act: Act) => void;
}

/** The acts that are wanted now and then; one that may not be done says why. */
export function MoreActs({ acts, status, disabled, keyOf, onChoose }: MoreActsProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  return (
    <>
      <Button
        id={id}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        endIcon={<ExpandLessOutlined />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Việc khác
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ list: { 'aria-labelledby': id, disabledItemsFocusable: true } }}
        onClose={() => setAnchor(null)}
      >
        {acts.map(({ act, refusal }) => {
          const Icon = actIcons[act];
          const key = keyOf(act);
          return (
            <MenuItem
              key={act}
              disabled={refusal !== null}
              className={styles.item ?? ''}
              onClick={() => {
                setAnchor(null);
                onChoose(act);
              }}
            >
              <ListItemIcon>
                <Icon />
              </ListItemIcon>
              <span className={styles.itemWords}>
                {actLabels[act]}
                {refusal !== null && <small>{refusalWords({ act, status, refusal })}</small>}
              </span>
              {key && refusal === null && <Keycap name={key} />}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
