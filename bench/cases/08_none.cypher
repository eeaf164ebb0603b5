// Which creators worked for none of some brands, most followers first?
/*
:params {brands: ['b-0040', 'b-0041']}
returns creators
*/
CALL () {
  MATCH (creator:Creator)
  WHERE creator.byFollowers IS NOT NULL AND creator.key IS NOT NULL
    AND NOT EXISTS {
      MATCH (creator)-[:PARTICIPATED_IN]->()<-[:RAN]-(brand)
      WHERE brand.key IN $brands
    }
  WITH creator
  ORDER BY creator.byFollowers DESC, creator.key DESC
  LIMIT 21
  RETURN collect(creator {.key, .name, .followers}) AS found
}
RETURN {nodes: found[..20], pageInfo: {hasNextPage: size(found) > 20}} AS creators
