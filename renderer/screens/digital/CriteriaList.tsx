import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { markCheckLabels } from '../../../shared/digital-words.ts';
import { type MarkCheck, markChecks } from '../../../shared/domain/digital.ts';
import type { CardCriterion } from '../../../shared/views-digital.ts';
import { standingWords } from './digital-words.ts';
import { MarkDialog } from './MarkDialog.tsx';
import personStyles from './Person.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Deeds } from './use-deeds.ts';

type Asked = { kind: 'mark' | 'unmark'; criterion: CardCriterion };

/** Each criterion with its day, who helped and how it was checked. Whatever is not required shows once it is touched. */
export function CriteriaList(props: {
  criteria: readonly CardCriterion[];
  deeds: Deeds;
  /** Takes nothing more; what was written wrongly can still be taken back. */
  isShut: boolean;
}) {
  const { criteria, deeds, isShut } = props;
  const [showAll, setShowAll] = useState(false);
  const [menu, setMenu] = useState<{ anchor: HTMLElement; criterion: CardCriterion } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const shown = criteria.filter(({ required, mark }) => showAll || required || mark !== null);
  const markAs = (check: MarkCheck) => {
    if (menu) void deeds.mark({ criterion: menu.criterion.id, check });
    setMenu(null);
  };
  return (
    <>
      <ul className={personStyles.criteria} aria-label="Tiêu chí">
        {shown.map((criterion) => (
          <li key={criterion.id} data-reached={criterion.mark !== null || undefined}>
            <CriterionMark isReached={criterion.mark !== null} />
            <span className={personStyles.criterion}>
              <b>{criterion.label}</b>
              <small>{standingWords(criterion)}</small>
            </span>
            {criterion.mark === null
              ? !isShut && (
                  <Button
                    size="small"
                    disabled={deeds.pending}
                    aria-haspopup="menu"
                    aria-label={`Ghi đạt ${criterion.label}`}
                    onClick={({ currentTarget }) => setMenu({ anchor: currentTarget, criterion })}
                  >
                    Ghi đạt
                  </Button>
                )
              : deeds.personId !== null && (
                  <IconButton
                    size="small"
                    aria-label={`Bỏ ghi đạt ${criterion.label}`}
                    title="Bỏ ghi đạt"
                    onClick={() => setAsked({ kind: 'unmark', criterion })}
                  >
                    <CloseOutlined />
                  </IconButton>
                )}
          </li>
        ))}
      </ul>
      {shown.length < criteria.length && (
        <Button size="small" variant="text" onClick={() => setShowAll(true)}>
          {criteria.length - shown.length} tiêu chí khác
        </Button>
      )}
      <Menu anchorEl={menu?.anchor ?? null} open={menu !== null} onClose={() => setMenu(null)}>
        {markChecks.map((check) => (
          <MenuItem key={check} onClick={() => markAs(check)}>
            {markCheckLabels[check]}
          </MenuItem>
        ))}
        <MenuItem
          onClick={() => {
            if (menu) setAsked({ kind: 'mark', criterion: menu.criterion });
            setMenu(null);
          }}
        >
          Ngày khác, có người giúp…
        </MenuItem>
      </Menu>
      {asked?.kind === 'mark' && (
        <MarkDialog criterion={asked.criterion} deeds={deeds} onClose={() => setAsked(null)} />
      )}
      {asked?.kind === 'unmark' && (
        <ReasonDialog
          title={`Bỏ ghi đạt ${asked.criterion.label}`}
          word="Bỏ ghi đạt"
          onClose={() => setAsked(null)}
          onReason={(reason) => {
            setAsked(null);
            if (deeds.personId !== null) void deeds.unmark(deeds.personId, asked.criterion.id, reason);
          }}
        />
      )}
    </>
  );
}

/** A full disc with a tick, or a broken ring: told apart without colour. */
function CriterionMark({ isReached }: { isReached: boolean }) {
  return (
    <svg
      className={personStyles.tick}
      viewBox="0 0 24 24"
      role="img"
      aria-label={isReached ? 'Đạt' : 'Chưa đạt'}
    >
      {isReached ? (
        <>
          <circle cx="12" cy="12" r="11" />
          <path d="m7 12.300 3.400 3.400L17 9" />
        </>
      ) : (
        <circle cx="12" cy="12" r="10.500" data-open="" />
      )}
    </svg>
  );
}
