// Which creators of a language, not verified, come after one in the order of followers?
/*
:params {min: 1100, followers: 2000, key: 'cr-000001'}
returns creators
*/
CALL () {
  MATCH (creator:Creator)
  WHERE $min <= creator.byFollowers <= $followers AND creator.key IS NOT NULL
    AND (creator.byFollowers < $followers OR creator.key < $key)
    AND creator.language = 'zh' AND creator.verified = false
  WITH creator
  ORDER BY creator.byFollowers DESC, creator.key DESC
  LIMIT 21
  RETURN collect(creator {.key, .name, .region, .followers}) AS found
}
RETURN {
  nodes: found[..20],
  pageInfo: {
    hasNextPage: size(found) > 20,
    endCursor: found[..20][-1].followers + '|' + found[..20][-1].key
  }
} AS creators
