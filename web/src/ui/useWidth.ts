import { useCallback, useState } from 'react';

/** The width of an element in CSS pixels, so that a chart's text keeps its size; `usual` until it is known. */
export function useWidth(usual: number): [measure: (element: Element | null) => (() => void) | undefined, width: number] {
  const [width, setWidth] = useState(usual);
  const measure = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measure, width];
}
