// What relay-compiler reads. In an app babel-plugin-relay puts the artifacts in the place of these tags; here
// ../relay.ts imports the artifacts itself, and nothing runs this file.
import { graphql } from 'relay-runtime';

export const creator = graphql`
  query relayCreatorQuery($key: String!) {
    creator(key: $key) {
      id
      key
      ...relay_creator
    }
  }
`;

export const refetchable = graphql`
  fragment relay_creator on Creator @refetchable(queryName: "relayCreatorRefetchQuery") {
    name
    followers
  }
`;

export const page = graphql`
  fragment relay_creators on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
  @refetchable(queryName: "relayCreatorsPageQuery") {
    creators(first: $count, after: $cursor) @connection(key: "relay_creators") {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`;

export const creators = graphql`
  query relayCreatorsQuery {
    ...relay_creators
  }
`;

export const campaign = graphql`
  query relayCampaignQuery($key: String!) {
    campaign(key: $key) {
      id
    }
  }
`;

export const record = graphql`
  mutation relayRecordMutation($input: RecordParticipationInput!) {
    recordParticipation(input: $input) {
      participation {
        fee
      }
      userErrors {
        message
      }
    }
  }
`;

export const totals = graphql`
  subscription relayTotalsSubscription($campaign: ID!) {
    campaignPerformance(campaign: $campaign) {
      fee
    }
  }
`;
