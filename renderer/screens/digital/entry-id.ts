/** An id whose order is that of time (RFC 9562, version 7): of two lượt of one minute the later one stands first. */
export function newEntryId(nowMs = Date.now()): string {
  const [, , , variant, rest] = crypto.randomUUID().split('-');
  const time = nowMs.toString(16).padStart(12, '0');
  const salt = crypto.randomUUID().slice(0, 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${salt}-${variant}-${rest}`;
}
