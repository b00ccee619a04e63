import type { Session } from '../../../shared/views.ts';

/** Whether this window lets somebody in: a device of the local network may be limited to other roles than his. */
export function mayEnter(
  { roles }: Pick<Session['people'][number], 'roles'>,
  { deviceRoles }: Pick<Session, 'deviceRoles'>,
): boolean {
  return deviceRoles === null || roles.some((role) => deviceRoles.includes(role));
}
