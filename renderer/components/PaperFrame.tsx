import Skeleton from '@mui/material/Skeleton';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import styles from './PrintPreview.module.css';

/** How long the browser's reader needs for a first page once it has loaded. */
const drawingMs = 700;
/** A browser without a reader never tells that it has loaded: what it has is shown all the same. */
const longestMs = 4000;

/** A stored paper in the browser's own reader, which is black until it has drawn, and tells nobody when. */
export function PaperFrame(props: {
  ref: Ref<HTMLIFrameElement>;
  path: string;
  title: string;
  making: string;
  onDrawn?: () => void;
}) {
  const { ref, path, title, making, onDrawn } = props;
  const [isDrawn, setDrawn] = useState(false);
  const tell = useEffectEvent(() => {
    if (isDrawn) return;
    setDrawn(true);
    onDrawn?.();
  });
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    const timer = setTimeout(tell, isLoaded ? drawingMs : longestMs);
    return () => clearTimeout(timer);
  }, [isLoaded]);
  return (
    <>
      <iframe
        ref={ref}
        src={`${path}#toolbar=0&view=FitH`}
        title={title}
        data-drawn={isDrawn || undefined}
        onLoad={() => setLoaded(true)}
      />
      {!isDrawn && <PaperSkeleton making={making} />}
    </>
  );
}

/** A quiet sheet where the paper will stand. */
export function PaperSkeleton({ making }: { making: string }) {
  return (
    <div className={styles.sheet} role="status">
      <p>{making}</p>
      <Skeleton width="40%" />
      <Skeleton width="70%" />
      <Skeleton height="50%" />
    </div>
  );
}
