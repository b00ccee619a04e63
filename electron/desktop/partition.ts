import { session } from 'electron';
import { isOwn } from './address.ts';

/**
 * Makes the counter the only content of a session of its windows: that answers the own scheme with `answer`, any other host with
 * 404, and grants nothing but writing text to the clipboard. Handler and permissions are set in one place, because a
 * partition without the one is blank and without the other grants everything.
 */
export function openPartition(name: string, answer: (request: Request) => Promise<Response>): void {
  const partition = session.fromPartition(name);
  partition.protocol.handle('app', (request) =>
    isOwn(request.url) ? answer(request) : new Response(null, { status: 404 }),
  );
  partition.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(isGranted(permission, details.requestingUrl ?? '')),
  );
  partition.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isGranted(permission, requestingOrigin),
  );
  partition.setDevicePermissionHandler(() => false);
}

function isGranted(permission: string, asker: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwn(asker);
}
