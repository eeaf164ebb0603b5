import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

it('has each key in one module only, so that none hides another', async () => {
  const folder = join(import.meta.dirname, 'en');
  const areas = readdirSync(folder).filter((name) => name !== 'index.ts');
  const modules = await Promise.all(areas.map((name) => import(join(folder, name)) as Promise<Record<string, object>>));
  const keys = modules.flatMap((module) => Object.values(module)).flatMap((words) => Object.keys(words));
  expect(keys.length).toBeGreaterThan(500);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});
