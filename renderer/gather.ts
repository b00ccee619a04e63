/**
 * Gathers what comes in quick succession: the first `add` opens a window of `delay` milliseconds, at its end `take` gets
 * each value once, in the order of arrival. `stop` drops what has not been taken.
 */
export function gather<Value>(take: (values: Value[]) => void, delay: number) {
  const values = new Set<Value>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    values.clear();
  };
  return {
    add(value: Value) {
      values.add(value);
      timer ??= setTimeout(() => {
        const gathered = [...values];
        stop();
        take(gathered);
      }, delay);
    },
    stop,
  };
}
