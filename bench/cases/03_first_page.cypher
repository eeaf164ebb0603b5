// Which creators of a language, not verified, have most followers?
/*
:params {min: 1100}
returns creators
*/
CALL () {
  MATCH (creator:Creator)
  WHERE creator.byFollowers >= $min AND creator.key IS NOT NULL
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
