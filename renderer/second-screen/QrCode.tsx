import type { QrDrawing } from '../../shared/views-display.ts';
import styles from './QrCode.module.css';

/** A QR as telephones read it: black on white with its four white modules around, also in a dark room. */
export function QrCode({ qr, label }: { qr: QrDrawing; label: string }) {
  const side = qr.size + 8;
  return (
    <svg
      className={styles.qr}
      viewBox={`-4 -4 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width={side} height={side} className={styles.paper} />
      <path d={qr.path} className={styles.dark} />
    </svg>
  );
}
