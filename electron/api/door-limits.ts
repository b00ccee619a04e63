import { AppError } from '../../shared/errors.ts';
import type { Door } from '../door.ts';

/**
 * What only the window at this PC may do, whoever asks: what opens the register anew, what makes a password where there is none,
 * what reads the disks of the machine, and what lets others in. Over the local network each of these is refused.
 */
export const atThisPcAlone: readonly string[] = [
  'setup.complete',
  'setup.openSample',
  'setup.leaveSample',
  'session.claim',
  'session.recover',
  'accounts.newRecoveryCode',
  'lan.switchOn',
  'lan.switchOff',
  'lan.newPairingCode',
  'backups.drives',
  'backups.choosePlace',
  'backups.proveCode',
  'backups.lookAt',
  'backups.restore',
  'backups.restored',
  'backups.forget',
  'backups.take',
  'backups.takeFirst',
  'emergency.merge',
  'encryption.makeCode',
  'encryption.turnOn',
  'encryption.turnOff',
  'encryption.useCode',
  'digital.campaign.setUpLaptop',
  'digital.campaign.openKit',
];

/** What a tablet for ratings may ask; of a screen for citizens the rest. */
export const ofRatings: readonly string[] = [
  'rating.open',
  'rating.answer',
  'rating.keep',
  'rating.close',
  'screen.watch',
  'screen.office',
];

/** What answers with a code or a secret file that is shown once: no answer of these is kept to be given again. */
export const shownOnce: readonly string[] = [
  'accounts.startCode',
  'accounts.newRecoveryCode',
  'lan.newPairingCode',
  'encryption.makeCode',
  'digital.campaign.kit',
];

/** Throws notAllowed for what this door leads to nobody. */
export function refuseAtDoor(door: Door, path: string): void {
  if (door.kind === 'lan' && atThisPcAlone.includes(path))
    throw new AppError('notAllowed', { why: 'remote' });
  if (door.kind === 'display' && door.ratesOnly && !ofRatings.includes(path))
    throw new AppError('notAllowed', { why: 'remote' });
}
