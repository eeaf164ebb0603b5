import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';

import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';

import { tabs } from './examples.js';

const address = new URL('/graphql', window.location.href);
const socket = new URL(address);
socket.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';

const fetcher = createGraphiQLFetcher({
  url: address.href,
  wsClient: createClient({ url: socket.href }), // connects when a subscription is first asked for
});

// A question that another page hands over stands behind #, in the form of a query string.
const given = new URLSearchParams(window.location.hash.slice(1));
const question = given.get('query') ?? undefined;

createRoot(document.getElementById('root')).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={tabs}
    initialQuery={question}
    initialVariables={question && (given.get('variables') ?? undefined)}
    shouldPersistHeaders={false}
  />,
);
