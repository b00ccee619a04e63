import type { Trial } from '../../electron/headless.ts';
import { quickSignIns } from '../sign-in.ts';

/** What a password costs, how long a sign-in lasts, and the copy at closing: a second of each walk. */
export const trialOfTests: Trial = { ...quickSignIns, backups: { everyMs: 0, atClosing: false } };
