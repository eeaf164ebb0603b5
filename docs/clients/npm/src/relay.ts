// Relay: artifacts of relay-compiler, refetching by Node, a connection that grows, subscriptions over a WebSocket.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import relay, { type FetchFunction, type GraphQLTaggedNode, type SubscribeFunction } from 'relay-runtime';
import WebSocket from 'ws';
import campaignQuery from '../generated/relay/relayCampaignQuery.graphql.js';
import creatorQuery, { type relayCreatorQuery } from '../generated/relay/relayCreatorQuery.graphql.js';
import creatorRefetchQuery, { type relayCreatorRefetchQuery } from '../generated/relay/relayCreatorRefetchQuery.graphql.js';
import creatorsPageQuery from '../generated/relay/relayCreatorsPageQuery.graphql.js';
import creatorsQuery from '../generated/relay/relayCreatorsQuery.graphql.js';
import recordMutation, { type relayRecordMutation } from '../generated/relay/relayRecordMutation.graphql.js';
import totalsSubscription, { type relayTotalsSubscription } from '../generated/relay/relayTotalsSubscription.graphql.js';
import { campaignKey, creatorKey, follows, socketURL, url } from './settings.js';

const { ConnectionHandler, Environment, Network, Observable, RecordSource, Store } = relay;

/** A request names its document by the hash that relay-compiler wrote; the text goes along while any document may run. */
export function request(id: string | null | undefined, text: string | null | undefined): { documentId?: string; query?: string } {
  return { ...(id ? { documentId: id } : {}), ...(text ? { query: text } : {}) };
}

export const fetchFrom = (url: string, withText: boolean): FetchFunction => async ({ id, text }, variables) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ ...request(id, withText ? text : null), variables }),
  });
  return response.json();
};

export default async function run(): Promise<void> {
  const socket = createClient({ url: socketURL, webSocketImpl: WebSocket });
  const subscribe: SubscribeFunction = ({ id, text }, variables) =>
    Observable.create((sink) => socket.subscribe({ query: '', ...request(id, text), variables }, sink as never));
  const environment = new Environment({
    network: Network.create(fetchFrom(url, true), subscribe),
    store: new Store(new RecordSource()),
  });
  // Artifacts are typed for their tags, which Relay's own hooks take.
  const fetchQuery = <T extends { variables: object; response: unknown }>(query: unknown, variables: T['variables']) =>
    relay.fetchQuery(environment, query as GraphQLTaggedNode, variables).toPromise() as Promise<T['response'] | undefined>;

  const found = await fetchQuery<relayCreatorQuery>(creatorQuery, { key: creatorKey });
  assert.ok(found?.creator);
  const { id } = found.creator;
  assert.ok((await fetchQuery<relayCreatorRefetchQuery>(creatorRefetchQuery, { id }))?.node);

  environment.retain(relay.createOperationDescriptor(creatorsQuery, {}));
  await fetchQuery(creatorsQuery, {});
  const connection = () => {
    let state: { length: number; cursor: unknown } = { length: 0, cursor: null };
    relay.commitLocalUpdate(environment, (store) => {
      const record = ConnectionHandler.getConnection(store.getRoot(), 'relay_creators');
      state = {
        length: record?.getLinkedRecords('edges')?.length ?? 0,
        cursor: record?.getLinkedRecord('pageInfo')?.getValue('endCursor'),
      };
    });
    return state;
  };
  assert.equal(connection().length, 1);
  await fetchQuery(creatorsPageQuery, { count: 1, cursor: connection().cursor });
  assert.equal(connection().length, 2);

  const hired = await fetchQuery<{ variables: object; response: { campaign: { id: string } } }>(campaignQuery, { key: campaignKey });
  assert.ok(hired?.campaign);
  await follows({
    totals: (campaign, onFee) => relay.requestSubscription<relayTotalsSubscription>(environment, {
      subscription: totalsSubscription as never,
      variables: { campaign },
      onNext: (data) => onFee(data?.campaignPerformance.fee ?? null),
    }).dispose,
    record: (campaign, creator, fee) => new Promise((resolve, reject) => {
      relay.commitMutation<relayRecordMutation>(environment, {
        mutation: recordMutation as never,
        variables: { input: { campaign, creator, fee } },
        onCompleted: ({ recordParticipation: { userErrors } }) =>
          (userErrors.length > 0 ? reject(new Error(userErrors[0]?.message)) : resolve()),
        onError: reject,
      });
    }),
  }, hired.campaign.id, id);
  await socket.dispose();
}
