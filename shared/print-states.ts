/** Where a slip stands between the counter and the paper. */
export const printStates = [
  'queued',
  'ready',
  'printing',
  'sent',
  'confirmed',
  'failed',
  'unknown',
  'skipped',
] as const;
/**
 * queued: being made · ready: made, waits for the browser's dialog · printing: being handed to the printer ·
 * sent: the printer took it · confirmed: a person saw the paper · failed · skipped ·
 * unknown: the counter stopped while it was printing, so the paper may or may not be out.
 */
export type PrintState = (typeof printStates)[number];
