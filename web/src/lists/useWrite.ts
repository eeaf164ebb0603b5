import { useState } from 'react';

import { RequestError } from '../api/request';

/** Runs writes one at a time and keeps what went wrong with the last. */
export function useWrite(): {
  isRunning: boolean;
  error: Error | null;
  run: (write: () => Promise<void>) => void;
} {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const run = (write: () => Promise<void>) => {
    setRunning(true);
    setError(null);
    write()
      .catch((cause: unknown) => {
        setError(cause instanceof Error ? cause : new RequestError(String(cause), 'UNKNOWN'));
      })
      .finally(() => setRunning(false));
  };
  return { isRunning, error, run };
}
