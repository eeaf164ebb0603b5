// Where the server is and what to ask about; as they stand, `creatorgraph demo`.
export const url = process.env.CREATORGRAPH_URL ?? 'http://127.0.0.1:8080/graphql';
export const socketURL = url.replace(/^http/, 'ws');
export const creatorKey = process.env.CREATOR_KEY ?? 'cr-000001';
export const campaignKey = process.env.CAMPAIGN_KEY ?? 'cp-000001';

/** A server that runs the documents of generated/ only, if there is one. */
export const trustedURL = process.env.CREATORGRAPH_TRUSTED_URL;

/** What a subscriber to totals and a writer of fees do, by whichever client. */
export interface Live {
  totals(campaign: string, onFee: (fee: number | null) => void): () => void;
  record(campaign: string, creator: string, fee: number): Promise<void>;
}

/** Subscribes, records a fee that the creator cannot have yet, and waits until the totals are told to have changed. */
export function follows(client: Live, campaign: string, creator: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let before: number | null | undefined;
    const timer = setTimeout(() => reject(new Error(`not told of a change from ${before}`)), 60_000);
    const stop = client.totals(campaign, (fee) => {
      if (before === undefined) {
        before = fee;
        client.record(campaign, creator, (fee ?? 0) + 1).catch(reject);
      } else if (fee !== before) {
        clearTimeout(timer);
        stop();
        resolve();
      }
    });
  });
}
