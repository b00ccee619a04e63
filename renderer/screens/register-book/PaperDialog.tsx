import Dialog from '@mui/material/Dialog';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import preview from '../../components/PrintPreview.module.css';
import { Segmented } from '../../components/Segmented.tsx';
import { SheetActs } from '../../components/SheetActs.tsx';

/** The volume on paper: made, shown, printed or saved; a thick one comes in parts. */
export function PaperDialog(props: { year: number; volume: number; onClose: () => void }) {
  const { year, volume, onClose } = props;
  const trpc = useTRPC();
  const frame = useRef<HTMLIFrameElement>(null);
  const { mutate, data, error } = useMutation(trpc.books.print.mutationOptions());
  const [part, setPart] = useState(0);
  useEffect(() => mutate({ year, volume }), [mutate, year, volume]);
  const file = data?.[part];
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="lg"
      fullWidth
      aria-labelledby="book-paper"
      className={preview.dialog ?? ''}
    >
      <div className={preview.head}>
        <h2 id="book-paper">
          Sổ năm {year}, quyển {volume}
        </h2>
        <span className="grow" />
        {data && data.length > 1 && (
          <Segmented
            label="Tập"
            value={String(part)}
            options={data.map((_, index) => ({ value: String(index), label: `Tập ${index + 1}` }))}
            onChange={(value) => setPart(Number(value))}
          />
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={preview.paper}>
        {file ? (
          <iframe ref={frame} src={`${file.path}#navpanes=0&view=FitH`} title={file.fileName} />
        ) : (
          error === null && <p role="status">Đang dựng sổ; vài nghìn dòng mất ít giây, quầy vẫn làm việc</p>
        )}
      </div>
      <SheetActs frame={frame} isShown={file !== undefined} file={file} onClose={onClose} />
    </Dialog>
  );
}
