import { useState, type KeyboardEvent } from 'react';

/**
 * Which of a chart's points is being read, null for none, and what makes its picture readable by keyboard: the arrows go from point to
 * point, and leaving it ends the reading.
 */
export function useReading(count: number) {
  const [at, setAt] = useState<number | null>(null);
  const keys = {
    tabIndex: 0,
    onBlur: () => setAt(null),
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      setAt(Math.max(0, Math.min(count - 1, (at ?? (step > 0 ? -1 : count)) + step)));
    },
  };
  return [at, setAt, keys] as const;
}
