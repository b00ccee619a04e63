import { runHeadless } from '../../electron/headless.ts';
import { trialOfTests } from './trial.ts';

// The headless counter as it is, but for what tests have cheaper.
await runHeadless(trialOfTests);
