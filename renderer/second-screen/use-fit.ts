import { useLayoutEffect, useRef } from 'react';

const smallest = 0.5;
const step = 0.05;

/**
 * Makes the letters of an element smaller, `--fit` from 1 down to a half, until nothing of it is cut: a name of sixty letters
 * must stand there whole. Measured anew whenever `content` changes or the screen does.
 */
export function useFit(content: unknown) {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || content === undefined) return;
    const shrink = () => {
      for (let size = 1; size >= smallest; size -= step) {
        element.style.setProperty('--fit', size.toFixed(2));
        if ([element, ...element.children].every(isWhole)) return;
      }
    };
    shrink();
    const observer = new ResizeObserver(shrink);
    // The parts too: the strip lays itself out anew after the screen has changed.
    for (const part of [element, ...element.querySelectorAll('section')]) observer.observe(part);
    // A font that comes late is wider than its stand-in.
    void document.fonts.ready.then(shrink);
    return () => observer.disconnect();
  }, [content]);
  return ref;
}

function isWhole({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean {
  return scrollHeight <= clientHeight && scrollWidth <= clientWidth;
}
