import type { CustomScheme } from 'electron';

/** The one address of the counter inside Electron. */
export const origin = 'app://counter';

/** The one session of the counter's windows; it keeps its storage. */
export const partitionName = 'persist:counter';

/** The session of the screen for citizens, which shares nothing with the counter's. */
export const displayPartition = 'persist:display';

/** To be registered once, before `ready`. Neither CORS, service workers nor a way round the policy. */
export const counterScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/** Whether an address is the counter's own. Not by `URL.origin`: Node calls that of an own scheme `null`. */
export function isOwn(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'app:' && host === 'counter' && username === '' && password === '';
}
