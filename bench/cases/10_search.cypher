// Which creators' names, handles or bios fit a text best, the popular first?
/*
:params {text: '美食'}
returns search
*/
WITH toLower($text) AS text,
  ' +(marks:creator)^0 marks:ba* marks:bb*^2 marks:bc*^4 marks:bd*^8 marks:be*^16' AS popular
WITH text, popular, replace(text, ' ', '') AS name
CALL (name, popular) {
  CALL db.index.fulltext.queryNodes('entity_spelt', '+(spelt:/' + name + '\\./^256 spelt:/' + name
    + "'/^128 spelt:" + name + '*^64 spelt:/_?' + name + '.*/^32)' + popular, {limit: 100})
  YIELD node, score
  RETURN collect([node, 2 + toInteger(score) / 32]) AS named
}
CALL (text, popular, named) {
  WITH * WHERE size(named) < 10
  CALL db.index.fulltext.queryNodes('entity_text', reduce(all = '+(', word IN split(text, ' ') |
    all + '+(name:"' + word + '" handle:"' + word + '" bio:"' + word + '")') + ')^0 marks:named^32'
    + popular, {limit: 100})
  YIELD node, score
  RETURN collect([node, 1 + toInteger(score) / 32]) AS told
}
CALL (named, told) {
  UNWIND named + told AS hit
  WITH hit[0] AS creator, max(hit[1]) AS way
  WITH creator, way, 1.0 + creator.byFollowers AS popularity
  ORDER BY way DESC, popularity DESC, creator.key
  LIMIT 10
  RETURN collect({score: way + 1 + popularity / (popularity + 1e6),
    entity: creator {.key, .name, .handle, .followers}}) AS found
}
RETURN {nodes: found} AS search
