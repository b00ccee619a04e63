import RemoveCircleOutlineOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import type { Help } from '../../../shared/domain/digital.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { helpWords } from './digital-words.ts';
import personStyles from './Person.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Deeds } from './use-deeds.ts';
import { useDigitalSetup } from './use-digital-setup.ts';

/** The ladder of one person: each lượt, the latest first. One of a campaign is corrected there. */
export function HelpHistory({ helps, deeds }: { helps: readonly Help[]; deeds: Deeds }) {
  const setup = useDigitalSetup();
  const [dropped, setDropped] = useState<Help | null>(null);
  return (
    <details className={personStyles.history}>
      <summary>{formatInteger(helps.length)} lượt giúp</summary>
      <ul>
        {helps.map((help) => (
          <li key={help.id}>
            <span>
              <b>{setup?.topics.find(({ id }) => id === help.topic)?.label ?? help.topic}</b>
              <small>{helpWords(help)}</small>
            </span>
            {help.campaignId === null && (
              <IconButton size="small" aria-label="Bỏ lượt này" onClick={() => setDropped(help)}>
                <RemoveCircleOutlineOutlined />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {dropped && (
        <ReasonDialog
          title="Bỏ lượt giúp này"
          word="Bỏ lượt"
          onClose={() => setDropped(null)}
          onReason={(reason) => {
            setDropped(null);
            void deeds.takeBack(dropped.id, reason);
          }}
        />
      )}
    </details>
  );
}
