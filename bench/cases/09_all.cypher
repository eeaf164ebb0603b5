// Which creators worked for every one of some brands, most followers first?
/*
:params {brands: ['b-0040', 'b-0041']}
returns creators
*/
CALL () {
  MATCH (brand:Brand)-[:RAN]->()<-[:PARTICIPATED_IN]-(creator)
  WHERE brand.key IN $brands
  WITH creator, count(DISTINCT brand) AS matched
  WHERE matched = size($brands)
  WITH creator
  ORDER BY creator.byFollowers DESC, creator.key DESC
  LIMIT 21
  RETURN collect(creator {.key, .name, .followers}) AS found
}
RETURN {nodes: found[..20], pageInfo: {hasNextPage: size(found) > 20}} AS creators
