import { QueryClient, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { AnyDocument, Document } from './document';
import { RequestError, request, type Answer } from './request';

/** A question as a panel shows it: the document and the variables that were sent. */
export interface Question {
  document: AnyDocument;
  variables: Record<string, unknown>;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always', // the server may be on this machine, which needs no network
      // What a retry cannot mend is shown at once; a server that is away is asked again every five seconds.
      retry: false,
      refetchInterval: (query) =>
        query.state.error instanceof RequestError && query.state.error.isAway ? 5_000 : false,
    },
  },
});

/** The options of one question for TanStack Query, to prefetch or to fetch outside of a component. */
export function question<Result, Variables extends Record<string, unknown>>(
  document: Document<Result, Variables>,
  variables: Variables,
) {
  return queryOptions<Answer<Result>, RequestError>({
    queryKey: [document.name, document.hash, variables],
    queryFn: ({ signal }) => request(document, variables, { signal }),
  });
}

/** Asks once, through the same cache as useAsk. */
export async function ask<Result, Variables extends Record<string, unknown>>(
  document: Document<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return (await queryClient.fetchQuery(question(document, variables))).data;
}

export interface Asked<Result> {
  data: Result | undefined;
  error: RequestError | null;
  /** Nothing to show yet. */
  isLoading: boolean;
  /** Cancelled before the first answer. */
  isStopped: boolean;
  /** What is shown is the answer to the question before: this one is being asked, or the server is away. */
  isOld: boolean;
  /** When the shown data came, in milliseconds since 1970; 0 for never. */
  at: number;
  warnings: Answer<Result>['warnings'];
  milliseconds: number;
  /** What to hand to a Panel. */
  question: Question;
  again: () => void;
  cancel: () => void;
}

/**
 * Asks and keeps the last answer on screen while the next one comes. `off` asks nothing.
 * Give `question` to the panel that shows the data: it is what "show the query" opens.
 */
export function useAsk<Result, Variables extends Record<string, unknown>>(
  document: Document<Result, Variables>,
  variables: Variables,
  options: { off?: boolean; keep?: boolean } = {},
): Asked<Result> {
  const query = useQuery({
    ...question(document, variables),
    enabled: !options.off,
    ...(options.keep === false ? {} : { placeholderData: keepPreviousData }),
  });
  const [kept, setKept] = useState<{ answer: Answer<Result>; at: number }>();
  if (query.data && !query.isPlaceholderData && (query.data !== kept?.answer || query.dataUpdatedAt !== kept.at)) {
    setKept({ answer: query.data, at: query.dataUpdatedAt });
  }
  const isAway = query.error?.isAway === true && options.keep !== false;
  const answer = query.data ?? (isAway ? kept?.answer : undefined);
  const isOld = query.isPlaceholderData || (answer !== undefined && query.data === undefined);
  return {
    data: answer?.data,
    error: query.error,
    isLoading: query.isLoading,
    isStopped: !options.off && query.isPending && query.fetchStatus === 'idle',
    isOld,
    at: isOld ? (kept?.at ?? 0) : query.dataUpdatedAt,
    warnings: answer?.warnings ?? [],
    milliseconds: answer?.milliseconds ?? 0,
    question: { document, variables },
    again: () => void query.refetch(),
    cancel: () => void queryClient.cancelQueries({ queryKey: question(document, variables).queryKey }),
  };
}
