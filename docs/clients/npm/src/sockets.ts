// graphql-ws and graphql-sse alone: an operation and a subscription over each.
import assert from 'node:assert/strict';
import { print } from 'graphql';
import { createClient as createEvents } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import WebSocket from 'ws';
import {
  CampaignByKeyDocument, type CampaignByKeyQuery, CampaignTotalsDocument, type CampaignTotalsSubscription,
  CreatorByKeyDocument, type CreatorByKeyQuery, RecordFeeDocument, type RecordFeeMutation,
} from '../generated/graphql.js';
import { campaignKey, creatorKey, follows, socketURL, url } from './settings.js';

interface Request { query: string; variables: Record<string, unknown> }
interface Sink<T> { next(result: { data?: T | null }): void; error(error: unknown): void; complete(): void }
/** What both libraries have in common. */
interface Transport { subscribe<T>(request: Request, sink: Sink<T>): () => void }

function once<T>(client: Transport, request: Request): Promise<T> {
  return new Promise((resolve, reject) => {
    let result: T | null | undefined;
    client.subscribe<T>(request, {
      next: ({ data }) => { result = data; },
      error: reject,
      complete: () => (result ? resolve(result) : reject(new Error('no data'))),
    });
  });
}

async function both(client: Transport): Promise<void> {
  const { creator } = await once<CreatorByKeyQuery>(client,
    { query: print(CreatorByKeyDocument), variables: { key: creatorKey } });
  const { campaign } = await once<CampaignByKeyQuery>(client,
    { query: print(CampaignByKeyDocument), variables: { key: campaignKey } });
  assert.ok(creator && campaign);
  await follows({
    totals: (campaign, onFee) => client.subscribe<CampaignTotalsSubscription>(
      { query: print(CampaignTotalsDocument), variables: { campaign } },
      { next: ({ data }) => onFee(data?.campaignPerformance.fee ?? null), error: console.error, complete() {} }),
    async record(campaign, creator, fee) {
      const { recordParticipation } = await once<RecordFeeMutation>(client,
        { query: print(RecordFeeDocument), variables: { input: { campaign, creator, fee } } });
      assert.deepEqual(recordParticipation.userErrors, []);
    },
  }, campaign.id, creator.id);
}

export async function webSocket(): Promise<void> {
  const client = createSocket({ url: socketURL, webSocketImpl: WebSocket });
  await both(client as Transport);
  await client.dispose();
}

/** In distinct connections mode, graphql-sse's own default: each operation is a request of its own. */
export async function events(): Promise<void> {
  const client = createEvents({ url });
  await both(client as Transport);
  client.dispose();
}
