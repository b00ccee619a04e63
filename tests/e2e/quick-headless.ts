import { runHeadless } from '../../electron/headless.ts';
import { quickSignIns } from '../sign-in.ts';

// The headless counter as it is, but for what a password costs and how long a sign-in lasts.
await runHeadless(quickSignIns);
