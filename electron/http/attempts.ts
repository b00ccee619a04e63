/**
 * Commands that were answered a while ago, by the key their window sent with them: an answer that was lost on the way is given
 * again, and nothing is done twice. In memory: what must outlive a restart has a key of its own in the register (`formKey`), and
 * what is edited has its version.
 */
export interface Attempts {
  /** The answer of the first attempt under this key, also while it is still at work; refusals are answers too. */
  once<T>(device: string, key: string, act: () => Promise<T>): Promise<T>;
}

/** A window has few commands under way; the rest of what is kept is for a long cut. */
const keptEach = 20;

export function openAttempts(): Attempts {
  const known = new Map<string, Map<string, Promise<unknown>>>();
  return {
    once: <T>(device: string, key: string, act: () => Promise<T>) => {
      const ofDevice = known.get(device) ?? new Map<string, Promise<unknown>>();
      known.set(device, ofDevice);
      const before = ofDevice.get(key);
      if (before) return before as Promise<T>;
      const answer = act();
      ofDevice.set(key, answer);
      for (const old of ofDevice.keys()) {
        if (ofDevice.size <= keptEach) break;
        ofDevice.delete(old);
      }
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
