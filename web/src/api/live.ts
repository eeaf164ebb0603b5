import { createClient, type Client } from 'graphql-ws';
import { useEffect, useRef, useState } from 'react';

import type { Document } from './document';
import { endpoint, payload } from './request';

let client: Client | undefined;

/** The page's one WebSocket, opened with the first subscription and closed after the last. */
function socket(): Client {
  const url = new URL(endpoint, window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  client ??= createClient({
    url: url.href,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
  });
  return client;
}

export interface Live<Result> {
  /** What the subscription told last. */
  data: Result | undefined;
  /** Whether it will tell the next change; false while the connection is lost. */
  isLive: boolean;
}

/** Subscribes while the component is shown, and again after a lost connection. */
export function useLive<Result, Variables extends Record<string, unknown>>(
  document: Document<Result, Variables>,
  variables: Variables,
): Live<Result> {
  const [live, setLive] = useState<Live<Result>>({ data: undefined, isLive: false });
  const key = JSON.stringify(variables);
  useEffect(() => {
    const lost = () => setLive((before) => ({ ...before, isLive: false }));
    const stopListening = socket().on('closed', lost);
    const stop = socket().subscribe<Result>(
      payload(document, JSON.parse(key)) as { query: string } & Record<string, unknown>,
      {
        next: ({ data }) => data && setLive({ data, isLive: true }),
        error: lost,
        complete: lost,
      },
    );
    return () => {
      stopListening();
      stop();
    };
  }, [document, key]);
  return live;
}

export interface LiveEach<Result> {
  /** What was told last of each thing, the first told first. */
  events: Result[];
  /** Whether the subscription stands; false before it does and while the connection is lost. */
  isLive: boolean;
}

/** As useLive, for a subscription that tells of one thing at a time: keeps the last event of each, by `keyOf`. */
export function useLiveEach<Result, Variables extends Record<string, unknown>>(
  document: Document<Result, Variables>,
  variables: Variables,
  keyOf: (data: Result) => string,
): LiveEach<Result> {
  const key = JSON.stringify(variables);
  const [told, setTold] = useState<{ key: string; events: ReadonlyMap<string, Result> }>({ key, events: new Map() });
  const [isLive, setLive] = useState(false);
  const name = useRef(keyOf);
  useEffect(() => {
    const lost = () => setLive(false);
    const stopListening = [socket().on('closed', lost), socket().on('connected', () => setLive(true))];
    const stop = socket().subscribe<Result>(
      payload(document, JSON.parse(key)) as { query: string } & Record<string, unknown>,
      {
        next: ({ data }) => {
          if (!data) return;
          setLive(true);
          setTold((before) => ({ key, events: new Map(before.key === key ? before.events : []).set(name.current(data), data) }));
        },
        error: lost,
        complete: lost,
      },
    );
    return () => {
      stopListening.forEach((end) => end());
      stop();
    };
  }, [document, key]);
  return { events: told.key === key ? [...told.events.values()] : [], isLive };
}
