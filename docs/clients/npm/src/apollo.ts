// Apollo Client: entities by id, fragments on Node and Entity, pages that grow, subscriptions over a WebSocket.
import assert from 'node:assert/strict';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type TypePolicies } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { type IntrospectionQuery, OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import {
  CampaignByKeyDocument, CampaignTotalsDocument, CreatorByKeyDocument, CreatorPageDocument, NodeByIdDocument,
  RecordFeeDocument,
} from '../generated/graphql.js';
import introspection from '../generated/introspection.js';
import generated from '../generated/possible-types.js';
import { connections, embedded } from './connections.js';
import { campaignKey, creatorKey, follows, socketURL, url } from './settings.js';

/** Pages of one list are joined; objects without an id are merged into the object they belong to. */
export function typePolicies(schema: IntrospectionQuery): TypePolicies {
  const policies: Record<string, { merge?: true; fields?: Record<string, ReturnType<typeof relayStylePagination>> }> = {};
  for (const type of embedded(schema)) {
    policies[type] = { merge: true };
  }
  for (const { type, field, keyArgs } of connections(schema)) {
    const policy = (policies[type] ??= {});
    (policy.fields ??= {})[field] = relayStylePagination(keyArgs);
  }
  for (const root of ['Query', 'Mutation', 'Subscription']) {
    delete policies[root]?.merge;
  }
  return policies;
}

export function cache(): InMemoryCache {
  // An id is global: the object's type is not needed beside it, but does no harm, so that keyFields stays as it is.
  const { possibleTypes } = generated;
  return new InMemoryCache({ possibleTypes, typePolicies: typePolicies(introspection as unknown as IntrospectionQuery) });
}

export default async function apollo(): Promise<void> {
  const socket = createClient({ url: socketURL, webSocketImpl: WebSocket });
  const client = new ApolloClient({
    cache: cache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      new HttpLink({ uri: url }),
    ),
  });

  const { data } = await client.query({ query: CreatorByKeyDocument, variables: { key: creatorKey } });
  assert.equal(data?.creator?.key, creatorKey);
  const { id, name } = data.creator;

  const { data: node } = await client.query({ query: NodeByIdDocument, variables: { id } });
  assert.equal(node?.node && 'name' in node.node && node.node.name, name);

  const list = { query: CreatorPageDocument, variables: { first: 1 } };
  const pages = client.watchQuery(list);
  const watching = pages.subscribe({});
  const { data: first } = await client.query(list);
  await pages.fetchMore({ variables: { after: first?.creators.pageInfo.endCursor } });
  assert.equal(client.readQuery(list)?.creators.edges.length, 2);
  watching.unsubscribe();

  const { data: hired } = await client.query({ query: CampaignByKeyDocument, variables: { key: campaignKey } });
  assert.ok(hired?.campaign);
  await follows({
    totals(campaign, onFee) {
      const subscription = client.subscribe({ query: CampaignTotalsDocument, variables: { campaign } })
        .subscribe(({ data }) => onFee(data?.campaignPerformance.fee ?? null));
      return () => subscription.unsubscribe();
    },
    async record(campaign, creator, fee) {
      const { data } = await client.mutate({ mutation: RecordFeeDocument, variables: { input: { campaign, creator, fee } } });
      assert.deepEqual(data?.recordParticipation.userErrors, []);
    },
  }, hired.campaign.id, id);
  client.stop();
  await socket.dispose();
}
