// What a node can be coloured, sized and dated by, out of the server's answer.

import type { CanvasNodeFragment } from '../api/generated/types';
import { tierOf } from '../entity/tier';
import type { FacetName, Facts } from '../scene/scene';

type Value = { id: string; name: string } | string | null | undefined;

export function factsOf(entity: CanvasNodeFragment): Facts {
  const facts: Facts = { facets: {}, numbers: {} };
  const facet = (by: FacetName, value: Value) => {
    if (!value) return;
    facts.facets[by] = typeof value === 'string' ? [value, value] : [value.id, value.name];
  };
  if ('categories' in entity) facet('category', entity.categories[0]);
  switch (entity.__typename) {
    case 'Creator':
      if (entity.followers != null) {
        facts.numbers.followers = entity.followers;
        facet('tier', tierOf(entity.followers));
      }
      if (entity.price != null) facts.numbers.price = entity.price;
      facet('region', entity.region);
      facet('gender', entity.gender);
      facet('platform', entity.platforms[0]);
      facet('agency', entity.agency);
      facet('community', entity.community);
      break;
    case 'Agency':
      facet('region', entity.region);
      break;
    case 'Brand':
      facet('industry', entity.industry);
      break;
    case 'Campaign':
      facet('objective', entity.objective);
      if (entity.budget != null) facts.numbers.budget = entity.budget;
      if (entity.starts) facts.days = [entity.starts, entity.ends ?? entity.starts];
      break;
    case 'Content':
      facet('format', entity.format);
      facts.days = [entity.published, entity.published];
      break;
    case 'Category':
    case 'Platform':
    case 'Programme':
    case 'Segment':
  }
  return facts;
}
