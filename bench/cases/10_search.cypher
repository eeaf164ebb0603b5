// Which creators' names, handles or bios fit a text best, the popular first?
/*
:params {text: '美食'}
returns search
*/
WITH toLower($text) AS text
CALL (text) {
  CALL db.index.fulltext.queryNodes('entity_spelt', '+(marks:creator)^0 +(spelt:/' + text +
    '\\./^256 spelt:/' + text + "'/^128 spelt:" + text + '*^64 spelt:/_?' + text + '.*/^32)' +
    ' marks:ba* marks:bb*^2 marks:bc*^4 marks:bd*^8 marks:be*^16', {limit: 100})
  YIELD node AS creator, score
  WITH creator, 2 + toInteger(score) / 32 AS way, 1.0 + creator.byFollowers AS popularity
  ORDER BY way DESC, popularity DESC, creator.key
  LIMIT 10
  RETURN collect({score: way + 1 + popularity / (popularity + 1e6),
    entity: creator {.key, .name, .handle, .followers}}) AS found
}
RETURN {nodes: found} AS search
