import KeyOutlined from '@mui/icons-material/KeyOutlined';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { type SlipKeyFile, slipKeyFileSchema } from '../../../shared/domain/slip-keys.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FilesButton } from '../../components/FilesButton.tsx';
import { Page } from '../../components/Page.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './CheckSlip.module.css';
import { SlipAnswer } from './SlipAnswer.tsx';

/** Kiểm tra phiếu: what a slip that somebody holds up is worth; also of another office, with its key file. */
export function CheckSlip() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const scanned = scannedIn(useLocation().state);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [keyFile, setKeyFile] = useState<SlipKeyFile | null>(null);
  const [isNoKeyFile, setNoKeyFile] = useState(false);
  const check = useMutation({
    mutationFn: (said: string) =>
      client.fetchQuery(
        trpc.signing.check.queryOptions({ text: said, ...(keyFile && { keyFile }) }, { staleTime: 0 }),
      ),
  });
  const { mutate } = check;
  useEffect(() => {
    if (scanned !== '') mutate(scanned);
  }, [scanned, mutate]);
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    mutate(text.trim());
    // The next slip is scanned into an empty field.
    setText('');
    field.current?.focus();
  };
  return (
    <Page title="Kiểm tra phiếu" sub="phiếu có đúng do cơ quan in không, giờ hẹn còn đúng không" scroll>
      <div className={styles.page}>
        <Panel>
          <form className={styles.form} noValidate onSubmit={onSubmit}>
            <TextField
              fullWidth
              autoFocus
              inputRef={field}
              value={text}
              onChange={({ target }) => setText(target.value)}
              placeholder="Quét mã QR trên phiếu, hoặc dán nội dung mã"
              slotProps={{
                htmlInput: {
                  'aria-label': 'Nội dung mã QR',
                  'data-scan': '',
                  maxLength: 2000,
                  spellCheck: false,
                  autoComplete: 'off',
                },
              }}
            />
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={text.trim() === '' || check.isPending}
            >
              Kiểm tra
            </Button>
          </form>
          <div className={styles.keys}>
            <span className="grow">
              {isNoKeyFile ? (
                <StatusMark tone="late">
                  Tệp này không phải tệp khóa công khai của Một Cửa. Chọn tệp khác.
                </StatusMark>
              ) : keyFile === null ? (
                'Phiếu của cơ quan này. Phiếu của cơ quan khác: mở tệp khóa công khai của cơ quan đó.'
              ) : (
                `Cũng kiểm tra phiếu của ${keyFile.office}.`
              )}
            </span>
            <FilesButton
              label="Mở tệp khóa"
              icon={<KeyOutlined />}
              disabled={false}
              onTexts={async ([file = '']) => {
                const read = keyFileIn(file);
                setNoKeyFile(read === null);
                setKeyFile(read);
                field.current?.focus();
              }}
            />
          </div>
        </Panel>
        {check.error && <ErrorNotice error={check.error} />}
        {check.data && <SlipAnswer check={check.data} />}
      </div>
    </Page>
  );
}

/** What the search box handed on: in the history's state, never in the address. */
function scannedIn(state: unknown): string {
  const given = typeof state === 'object' && state !== null && 'scanned' in state ? state.scanned : '';
  return typeof given === 'string' ? given : '';
}

function keyFileIn(text: string): SlipKeyFile | null {
  try {
    return slipKeyFileSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
