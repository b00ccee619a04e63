import Dialog from '@mui/material/Dialog';
import { useId, useRef, useState } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';
import { PaperFrame, PaperSkeleton } from './PaperFrame.tsx';
import preview from './PrintPreview.module.css';
import { SheetActs } from './SheetActs.tsx';

interface SheetDialogProps {
  title: string;
  /** While the sheet is drawn. */
  making: string;
  /** The sheet's PDF once it is there, or why it is not. */
  sheet: { data: { path: string } | undefined; error: unknown };
  onRetry: () => void;
  onClose: () => void;
}

/** A sheet that is no slip of a case: shown, and printed by the main key. */
export function SheetDialog({ title, making, sheet: { data, error }, onRetry, onClose }: SheetDialogProps) {
  const heading = useId();
  const frame = useRef<HTMLIFrameElement>(null);
  const [drawn, setDrawn] = useState<string | null>(null);
  // What is not in sight yet would come out as an empty page.
  const isDrawn = data !== undefined && drawn === data.path;
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby={heading} className={preview.dialog ?? ''}>
      <div className={preview.head}>
        <h2 id={heading}>{title}</h2>
      </div>
      {error !== null && <ErrorNotice error={error} onRetry={onRetry} />}
      <div className={preview.paper}>
        {data ? (
          <PaperFrame
            key={data.path}
            ref={frame}
            path={data.path}
            title={title}
            making={making}
            onDrawn={() => setDrawn(data.path)}
          />
        ) : (
          error === null && <PaperSkeleton making={making} />
        )}
      </div>
      <SheetActs frame={frame} isShown={isDrawn} onClose={onClose} />
    </Dialog>
  );
}
