// Which creators' names, handles or bios fit a text best?
/*
:params {text: '美食'}
returns search
*/
CALL () {
  CALL db.index.fulltext.queryNodes('entity_text', $text) YIELD node AS creator, score
  WHERE creator:Creator
  WITH creator, score
  ORDER BY score DESC, creator.key
  LIMIT 10
  RETURN collect({score: score, entity: creator {.key, .name, .handle, .followers}}) AS found
}
RETURN {nodes: found} AS search
