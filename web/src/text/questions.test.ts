import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { parameterNotes, sentences } from './questions';

const folder = join(import.meta.dirname, '../../../queries');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(cypher|graphql)$/.test(name));

it('every saved question of the starting set has its words and its explanation in Chinese', () => {
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expect(sentences[file.replace(/\.\w+$/, '')]?.zh.about, file).toMatch(/\p{Script=Han}/u);
});

it('every parameter of the starting set is explained in Chinese', () => {
  const heads = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const told = heads.flatMap((head) => [...head.matchAll(/^(?:\/\/|#) @param .*? -- (.*)$/gm)].map((found) => found[1]!));
  expect(Object.keys(parameterNotes).sort()).toEqual([...new Set(told)].sort());
});
