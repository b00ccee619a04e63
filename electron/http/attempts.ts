/**
 * Commands that were answered a moment ago, by the key their window sent with them: an answer that was lost on the way is given
 * again, and nothing is done twice. In memory: what must outlive a restart has a key of its own in the register (`formKey`), and
 * what is edited has its version.
 */
export interface Attempts {
  /**
   * The answer of the first attempt under this key, also while it is still at work; refusals are answers too. What is `shownOnce` is
   * kept no longer than it works.
   */
  once<T>(device: string, key: string, act: () => Promise<T>, shownOnce?: boolean): Promise<T>;
}

/** Of each device, beside what is still at work: that is never let go, or a second attempt would do it twice. */
const keptEach = 20;
/** Four times as long as a window asks again. */
const usuallyKeptMs = 60_000;

export function openAttempts(keptMs = usuallyKeptMs): Attempts {
  const atWork = new Map<string, Promise<unknown>>();
  const answered = new Map<string, Map<string, Promise<unknown>>>();
  const keep = (device: string, key: string, answer: Promise<unknown>) => {
    const ofDevice = answered.get(device) ?? new Map<string, Promise<unknown>>();
    answered.set(device, ofDevice);
    ofDevice.set(key, answer);
    for (const old of [...ofDevice.keys()].slice(0, -keptEach)) ofDevice.delete(old);
    setTimeout(() => ofDevice.delete(key), keptMs).unref();
  };
  return {
    once: <T>(device: string, key: string, act: () => Promise<T>, shownOnce = false) => {
      const own = `${device} ${key}`;
      const before = atWork.get(own) ?? answered.get(device)?.get(key);
      if (before) return before as Promise<T>;
      const answer = act();
      atWork.set(own, answer);
      const settle = () => {
        atWork.delete(own);
        if (!shownOnce) keep(device, key, answer);
      };
      answer.then(settle, settle);
      return answer;
    },
  };
}

/** The key of the command in a request. */
export function attemptOf({ headers }: Request): string | undefined {
  const key = headers.get('mot-cua-attempt');
  return key !== null && keyPattern.test(key) ? key : undefined;
}

const keyPattern = /^[0-9a-f-]{36}$/;
