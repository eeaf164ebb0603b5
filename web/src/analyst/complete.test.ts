import { describe, expect, it } from 'vitest';

import { complete, parametersOf, placeOf } from './complete';
import { namesOf } from './names';

const rows = [
  ['Creator', { labels: ['Creator'], properties: { key: 'a', followers: 1 } }],
  ['Creator', { labels: ['Creator'], properties: { name: 'b' } }],
  ['Brand', { labels: ['Brand'], properties: { key: 'x', industry: 'y' } }],
  ['Lease', { labels: ['Lease'], properties: { owner: 'z' } }],
  ['SIGNED_WITH', { type: 'SIGNED_WITH', properties: { since: '2026-01-01' } }],
  ['RAN', { type: 'RAN', properties: {} }],
];
const names = { labels: namesOf(rows, 'labels'), types: namesOf(rows, 'type') };
const labels = (before: string, whole = before) => complete(before, whole, names)?.options.map(({ label }) => label) ?? [];

describe('completion', () => {
  it.each([
    ['MATCH (c:', ['Brand', 'Creator']],
    ['MATCH (c:Creator)-[r:', ['RAN', 'SIGNED_WITH']],
    ['MATCH (c:Creator) RETURN c.', ['followers', 'key', 'name']],
    ['MATCH ()-[r:SIGNED_WITH]->() WHERE r.', ['since']],
    ['MATCH (x) RETURN x.', ['followers', 'industry', 'key', 'name', 'since']],
  ])('%s', (before, expected) => expect(labels(before)).toEqual(expected));

  it('offers keywords, functions and the statement’s own variables', () => {
    expect(labels('MATCH (c:Creator) RE', 'MATCH (c:Creator) RE')).toEqual(expect.arrayContaining(['RETURN', 'reduce()', 'c']));
  });
  it('offers nothing within a text', () => expect(labels("WHERE c.name = 'Re")).toEqual([]));
  it('replaces what was typed of a word', () => expect(complete('MATCH (c:Cre', '', names)!.from).toBe(9));
});

describe('a statement', () => {
  it('names its parameters once, none of them in quotes', () => {
    expect(parametersOf("MATCH (c {key: $key}) WHERE c.name <> '$no' RETURN $n, $key // $not")).toEqual(['key', 'n']);
  });
  it.each([
    ["the statement, line 1, column 17: Invalid input 'RETURN'", { line: 1, column: 17, text: "Invalid input 'RETURN'" }],
    ['it took too long', null],
  ])('an error has a place: %s', (message, place) => expect(placeOf(message)).toEqual(place));
});
