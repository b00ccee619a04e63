/** What a page shows beside its own figures, and whether it is that of the period which was asked for. */
export interface Coming<Value> {
  /** Null where there is none, and while that of another period than the page's is all there is. */
  value: Value | null;
  isComing: boolean;
  /** Why it does not come; null otherwise. */
  failed: unknown;
}

interface Asked<Data> {
  data: Data | undefined;
  isPending: boolean;
  isPlaceholderData: boolean;
  isError: boolean;
  error: unknown;
}

/** Of the period and the one before it: both, or neither. Figures of the last period stand as long as `isPageOld`, its own, do. */
export function comingOf<Data, Value>(
  [now, earlier]: readonly [Asked<Data>, Asked<Data>],
  isPageOld: boolean,
  figureOf: (now: Data, earlier: Data) => Value,
): Coming<Value> {
  const both = [now, earlier];
  const isOld = both.some(({ isPlaceholderData }) => isPlaceholderData);
  const failed = both.find(({ isError, data }) => isError && data === undefined);
  return {
    value:
      now.data === undefined || earlier.data === undefined || (isOld && !isPageOld)
        ? null
        : figureOf(now.data, earlier.data),
    isComing: !failed && (isOld || both.some(({ isPending }) => isPending)),
    failed: failed ? failed.error : null,
  };
}
