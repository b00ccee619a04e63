import { runHeadless } from '../../electron/headless.ts';
import { quickSignIns } from '../sign-in.ts';

// The headless counter as it is, but for what a password costs, how long a sign-in lasts, and the copy at closing: a second of
// each walk.
await runHeadless({ ...quickSignIns, backups: { everyMs: 0, atClosing: false } });
