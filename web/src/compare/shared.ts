import type { ComparedCreatorFragment } from '../api/generated/types';

type Creator = Pick<ComparedCreatorFragment, 'id' | 'brands'> & { name: string };
type Brand = ComparedCreatorFragment['brands']['edges'][number]['brand'];

/** The brands that at least two of the creators worked with, those of most creators first. */
export function sharedBrands<C extends Creator>(creators: readonly C[]): { brand: Brand; by: C[] }[] {
  const found = new Map<string, { brand: Brand; by: C[] }>();
  for (const creator of creators) {
    for (const { brand } of creator.brands.edges) {
      const entry = found.get(brand.id) ?? { brand, by: [] };
      entry.by.push(creator);
      found.set(brand.id, entry);
    }
  }
  return [...found.values()].filter(({ by }) => by.length > 1).sort((a, b) => b.by.length - a.by.length);
}
