import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gather } from './gather.ts';

describe('gather', () => {
  const take = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    take.mockClear();
  });
  afterEach(() => vi.useRealTimers());

  it('takes each value once, when the window that the first one opened is over', () => {
    const areas = gather<string>(take, 250);
    areas.add('cases');
    vi.advanceTimersByTime(200);
    areas.add('slips');
    areas.add('cases');
    expect(take).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50);
    expect(take.mock.calls).toEqual([[['cases', 'slips']]]);
    areas.add('slips');
    vi.advanceTimersByTime(250);
    expect(take).toHaveBeenLastCalledWith(['slips']);
  });

  it('drops what is not wanted any more', () => {
    const areas = gather<string>(take, 250);
    areas.add('cases');
    areas.stop();
    vi.advanceTimersByTime(1000);
    expect(take).not.toHaveBeenCalled();
  });
});
