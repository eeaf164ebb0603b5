// The tabs a new visitor finds: the documentation's own examples, which the tests run.

const files = import.meta.glob('../../docs/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

// What to show, in this order; an example that is not there is left out.
const shown = [
  'creator',
  'creators',
  'brand',
  'campaign',
  'search',
  'createCampaign',
  'campaignPerformance',
];

const welcome = `# Creatorgraph: who works with whom, in GraphQL.
# Press Ctrl-Enter (or the pink button) to ask, Ctrl-Space to complete;
# hover over a name to read about it. The other tabs hold more examples.
query Welcome {
  creators(first: 3, orderBy: [{ field: FOLLOWERS, direction: DESC }]) {
    nodes {
      key
      name
      followers
    }
  }
}
`;

export const tabs = [
  { query: welcome },
  ...shown
    .map((name) => files[`../../docs/examples/${name}.graphql`])
    .filter(Boolean)
    .map((query) => ({ query })),
];
