// urql with Graphcache: the schema it knows types by, keys, pages that grow, subscriptions over a WebSocket.
import assert from 'node:assert/strict';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { cacheExchange, type Resolver } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { IntrospectionQuery } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import {
  CampaignByKeyDocument, CampaignTotalsDocument, CreatorByKeyDocument, CreatorPageDocument, NodeByIdDocument,
  RecordFeeDocument,
} from '../generated/graphql.js';
import introspection from '../generated/introspection.js';
import { connections, embedded } from './connections.js';
import { campaignKey, creatorKey, follows, socketURL, url } from './settings.js';

const schema = introspection as unknown as IntrospectionQuery;

function resolvers(): Record<string, Record<string, Resolver>> {
  const all: Record<string, Record<string, Resolver>> = {};
  for (const { type, field } of connections(schema)) {
    (all[type] ??= {})[field] = relayPagination();
  }
  return all;
}

export default async function urql(): Promise<void> {
  const complaints: string[] = [];
  const socket = createClient({ url: socketURL, webSocketImpl: WebSocket });
  const client = new Client({
    url,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        schema: introspection as never,
        keys: Object.fromEntries(embedded(schema).map((type) => [type, () => null])),
        resolvers: resolvers(),
        logger: (severity, message) => severity !== 'debug' && complaints.push(message),
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ query: query ?? '', variables: variables as Record<string, unknown> }, sink as never),
          }),
        }),
      }),
    ],
  });

  const found = await client.query(CreatorByKeyDocument, { key: creatorKey }).toPromise();
  assert.equal(found.data?.creator?.key, creatorKey, found.error?.message);
  const { id, name } = found.data.creator;

  const node = await client.query(NodeByIdDocument, { id }).toPromise();
  assert.equal(node.data?.node && 'name' in node.data.node && node.data.node.name, name);

  const first = await client.query(CreatorPageDocument, { first: 1 }).toPromise();
  const after = first.data?.creators.pageInfo.endCursor;
  const both = await client.query(CreatorPageDocument, { first: 1, after }).toPromise();
  assert.equal(both.data?.creators.edges.length, 2, both.error?.message);

  const hired = await client.query(CampaignByKeyDocument, { key: campaignKey }).toPromise();
  assert.ok(hired.data?.campaign);
  await follows({
    totals(campaign, onFee) {
      const { unsubscribe } = client.subscription(CampaignTotalsDocument, { campaign })
        .subscribe(({ data }) => onFee(data?.campaignPerformance.fee ?? null));
      return unsubscribe;
    },
    async record(campaign, creator, fee) {
      const { data, error } = await client.mutation(RecordFeeDocument, { input: { campaign, creator, fee } }).toPromise();
      assert.deepEqual(data?.recordParticipation.userErrors, [], error?.message);
    },
  }, hired.data.campaign.id, id);
  assert.deepEqual(complaints, []);
  await socket.dispose();
}
