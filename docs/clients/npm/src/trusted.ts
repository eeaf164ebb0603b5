// A server that runs trusted documents only (serve --trusted-documents, once for each of the three manifests in
// generated/): each client names its documents by the ids of its own manifest and sends no text.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { CreatorByKeyDocument, type CreatorByKeyQuery } from '../generated/graphql.js';
import creatorQuery from '../generated/relay/relayCreatorQuery.graphql.js';
import { cache } from './apollo.js';
import { fetchFrom } from './relay.js';
import { creatorKey } from './settings.js';

const variables = { key: creatorKey };
const { hash } = (CreatorByKeyDocument as unknown as { __meta__: { hash: string } }).__meta__;

async function apollo(url: string): Promise<void> {
  const link = new PersistedQueryLink({
    ...generatePersistedQueryIdsFromManifest({
      loadManifest: async () => JSON.parse(await readFile('generated/persisted-query-manifest.json', 'utf8')),
    }),
    retry: () => false,
  });
  const client = new ApolloClient({ cache: cache(), link: ApolloLink.from([link, new HttpLink({ uri: url })]) });
  const { data } = await client.query({ query: CreatorByKeyDocument, variables });
  assert.equal(data?.creator?.key, creatorKey);
  client.stop();
}

async function urql(url: string): Promise<void> {
  const client = new Client({
    url,
    preferGetMethod: false,
    exchanges: [
      persistedExchange({ enforcePersistedQueries: true, generateHash: async () => hash }),
      fetchExchange,
    ],
  });
  const { data, error } = await client.query(CreatorByKeyDocument, variables).toPromise();
  assert.equal(data?.creator?.key, creatorKey, error?.message);
}

async function relay(url: string): Promise<void> {
  const answer = await fetchFrom(url, false)(creatorQuery.params, variables, { force: true });
  assert.equal((answer as { data?: CreatorByKeyQuery }).data?.creator?.key, creatorKey, JSON.stringify(answer));
}

/** Over a WebSocket a document is named in either way, too; graphql-ws wants a text, if only an empty one. */
async function socket(url: string): Promise<void> {
  const client = createClient({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket });
  const names = [{ documentId: hash }, { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }];
  for (const name of names) {
    for await (const { data, errors } of client.iterate<CreatorByKeyQuery>({ query: '', ...name, variables })) {
      assert.equal(data?.creator?.key, creatorKey, JSON.stringify(errors));
    }
  }
  await client.dispose();
}

async function refused(url: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: '{ creators { totalCount } }' }),
  });
  assert.equal((await response.json() as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
    'DOCUMENT_NOT_TRUSTED');
}

export default async function trusted(url: string): Promise<void> {
  for (const check of [apollo, urql, relay, socket, refused]) {
    await check(url);
  }
}
