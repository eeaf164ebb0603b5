import { describe, expect, it } from 'vitest';

import { readPlan } from './plan';
import { graphiqlAddress, snippet } from './snippets';

// As the server draws it, see graph/profile.go.
const drawing = `  expected       rows    db hits
         1          1          0  +ProduceResults creators0
        75          3          3  | +Projection [creator0.name] AS row1
        75          3          5  | | +NodeIndexScan RANGE INDEX creator0:Creator(key) WHERE key IS NOT NULL
         1          1          0  +EmptyRow 
                               8  in all
`;

describe('readPlan', () => {
  it('gives operators with their depth, rows and reads', () => {
    expect(readPlan(drawing)).toEqual([
      { operator: 'ProduceResults', details: 'creators0', depth: 0, expected: 1, rows: 1, dbHits: 0 },
      { operator: 'Projection', details: '[creator0.name] AS row1', depth: 1, expected: 75, rows: 3, dbHits: 3 },
      {
        operator: 'NodeIndexScan',
        details: 'RANGE INDEX creator0:Creator(key) WHERE key IS NOT NULL',
        depth: 2,
        expected: 75,
        rows: 3,
        dbHits: 5,
      },
      { operator: 'EmptyRow', details: '', depth: 0, expected: 1, rows: 1, dbHits: 0 },
    ]);
  });
  it('gives nothing of what is no plan', () => expect(readPlan('no plan')).toEqual([]));
});

describe('snippet', () => {
  const document = { text: `{ search(text: "it's") { totalCount } }` };

  it('survives quotes in a shell', () => {
    expect(snippet('curl', document, {}, 'http://localhost/graphql')).toContain(`it'\\''s`);
  });
  it('gives Python that keeps true, null and quotes of JSON', () => {
    const code = snippet('Python', document, { a: true, b: null, c: '"' }, 'http://localhost/graphql');
    expect(code).toContain(String.raw`json.loads("{\"a\":true,\"b\":null,\"c\":\"\\\"\"}")`);
  });
});

it('puts a question into GraphiQL behind #', () => {
  const address = graphiqlAddress({ text: '{ a }' }, { x: 1 });
  expect(new URLSearchParams(address.split('#')[1]).get('query')).toBe('{ a }');
});
