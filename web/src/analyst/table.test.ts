import { describe, expect, it } from 'vitest';

import { chartsOf, pointsOf, ticksOf } from './chart';
import { graphOf } from './graph';
import { csvOf, parameterOf, textOf } from './table';

const table = {
  columns: ['key', 'name', 'fee', 'categories'],
  rows: [
    ['cr-1', '小九, "美妆"', 1200, ['a', 'b']],
    ['cr-2', '=HYPERLINK("x")', null, []],
  ],
};

describe('a table of an answer', () => {
  it('becomes CSV that Excel reads and does not run', () => {
    expect(csvOf(table)).toBe(
      '\uFEFFkey,name,fee,categories\r\n' +
        'cr-1,"小九, ""美妆""",1200,"[""a"",""b""]"\r\n' +
        'cr-2,"\'=HYPERLINK(""x"")",,[]\r\n',
    );
  });

  it('is drawn by the types of its columns', () => {
    expect(chartsOf(table)).toEqual([{ kind: 'bar', x: 1, y: 2, label: 1 }]);
    expect(chartsOf({ columns: ['n'], rows: [[1], [2]] })).toEqual([]);
    const days = { columns: ['month', 'fee'], rows: [['2026-02', 2], ['2026-01', 1]] };
    expect(chartsOf(days)[0]).toEqual({ kind: 'line', x: 0, y: 1, label: 0 });
    expect(pointsOf(days, chartsOf(days)[0]!).map(({ value }) => value)).toEqual([1, 2]);
    const two = { columns: ['name', 'a', 'b'], rows: [1, 2, 3, 4].map((n) => [`x${n}`, n, n * n]) };
    expect(chartsOf(two).map(({ kind }) => kind)).toEqual(['bar', 'scatter']);
    expect(ticksOf(0, 87)).toEqual([0, 50]);
    expect(ticksOf(0, 100)).toEqual([0, 50, 100]);
  });

  it('is a graph of its nodes and relationships, also in lists', () => {
    const node = (id: string, label: string) => ({ id, labels: [label], key: `k-${id}`, properties: {} });
    const link = { id: 'r', type: 'SIGNED_WITH', start: '1', end: '2', properties: {} };
    expect(graphOf({ columns: ['a', 'r', 'list'], rows: [[node('1', 'Creator'), link, [node('2', 'Agency'), node('3', 'Secret')]]] })).toEqual({
      nodes: [{ id: '1', label: 'Creator', key: 'k-1' }, { id: '2', label: 'Agency', key: 'k-2' }],
      links: [{ type: 'SIGNED_WITH', start: '1', end: '2' }],
    });
  });

  it('shows a node by its key', () => {
    expect(textOf({ id: 'x', labels: ['Creator'], key: 'cr-1', properties: {} })).toBe('cr-1');
  });
});

describe('a parameter', () => {
  it.each([
    ['12', 'integer', 12],
    ['12', 'string', '12'],
    ['["a","b"]', 'list of strings', ['a', 'b']],
    ['a，b', 'list of strings', ['a', 'b']],
    ['2026-01-01', 'date', '2026-01-01'],
    ['true', 'boolean', true],
  ])('%s of type %s', (text, type, value) => {
    expect(parameterOf(text, type)).toEqual(value);
  });
});
