// Which entities have a name, handle, key or bio that fits a text, among so many hits of each index
// (this; null for all)? Each index is asked only where those before found too little. After a first
// page all are asked for. One entity may be found twice.
/*
:params {textNames: 'spelt:ann*', textWords: 'name:"ann"', textNear: 'spelt:ann~1', textFar: 'spelt:ann~2', kinds: null, first: 10, after: null};
this UNWIND [100, null] AS this
returns fits [{node, fit}] (graph/spelling), least (the worst fit of an index that may have more),
  last (where the page's last stands)
*/
WITH this, CASE WHEN this IS NULL THEN {} ELSE {limit: this} END AS options,
  CASE WHEN $kinds IS NULL THEN '' ELSE ' +(' + reduce(any = 'marks:nothing', kind IN $kinds |
    any + ' marks:' + toLower(kind)) + ')^0' END AS only
WHERE this IS NULL OR $after IS NULL
CALL (only, options) {
  CALL db.index.fulltext.queryNodes('entity_spelt', $textNames + only, options) YIELD node, score
  RETURN collect({node: node, fit: 64 + toInteger(score)}) AS named
}
CALL (only, this, options, named) {
  WITH * WHERE this IS NULL OR size(named) <= coalesce($first, 10) AND size(named) < this
  CALL db.index.fulltext.queryNodes('entity_text', $textWords + only, options) YIELD node, score
  RETURN collect({node: node, fit: 32 + toInteger(score)}) AS told
}
CALL (only, options, named) {
  WITH * WHERE size(named) = 0
  CALL db.index.fulltext.queryNodes('entity_spelt', $textNear + only, options) YIELD node, score
  RETURN collect({node: node, fit: toInteger(score)}) AS near
}
CALL (only, options, named, near) {
  WITH * WHERE size(named) + size(near) = 0
  CALL db.index.fulltext.queryNodes('entity_spelt', $textFar + only, options) YIELD node, score
  RETURN collect({node: node, fit: toInteger(score)}) AS far
}
RETURN named + told + near + far AS fits,
  [hits IN [named, told, near, far] WHERE size(hits) = this | hits[-1].fit][0] AS least,
  coalesce($first, 10) + CASE told WHEN [] THEN 0 ELSE size(named) END
    + CASE near + far WHEN [] THEN 0 ELSE size(told) END AS last
