// Runs every client against one server, or those named; says which worked and fails if one did not.
import apollo from './apollo.js';
import relay from './relay.js';
import schema from './schema.js';
import { trustedURL } from './settings.js';
import { events, webSocket } from './sockets.js';
import trusted from './trusted.js';
import urql from './urql.js';

const clients: Record<string, () => Promise<void>> = {
  graphql: schema,
  '@apollo/client': apollo,
  '@urql/core': urql,
  'relay-runtime': relay,
  'graphql-ws': webSocket,
  'graphql-sse': events,
};
if (trustedURL) {
  const url = trustedURL;
  clients.trusted = () => trusted(url);
}

const asked = process.argv.slice(2);
for (const [name, run] of Object.entries(clients)) {
  if (asked.length > 0 && !asked.includes(name)) {
    continue;
  }
  try {
    await run();
    console.log(`${name}: ok`);
  } catch (error) {
    console.log(`${name}: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
process.exit();
