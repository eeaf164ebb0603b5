// As many rows as search/hits gives in all.
/*
:params {textNames: 'spelt:ann*', textWords: 'name:"ann"', textNear: 'spelt:ann~1', textFar: 'spelt:ann~2', kinds: null};
returns node
*/
WITH CASE WHEN $kinds IS NULL THEN '' ELSE
  ' +(' + reduce(any = 'marks:nothing', kind IN $kinds | any + ' marks:' + toLower(kind)) + ')^0'
  END AS only
CALL (only) {
  CALL db.index.fulltext.queryNodes('entity_spelt', $textNames + only, {limit: 1}) YIELD node
  RETURN count(*) AS named
}
CALL (only, named) {
  WITH * WHERE named = 0
  CALL db.index.fulltext.queryNodes('entity_spelt', $textNear + only, {limit: 1}) YIELD node
  RETURN count(*) AS near
}
CALL (only, named, near) {
  CALL db.index.fulltext.queryNodes('entity_spelt', $textNames + only) YIELD node
  RETURN node
  UNION
  CALL db.index.fulltext.queryNodes('entity_text', $textWords + only) YIELD node
  RETURN node
  UNION
  WITH * WHERE named = 0
  WITH CASE near WHEN 0 THEN $textFar ELSE $textNear END + only AS text
  CALL db.index.fulltext.queryNodes('entity_spelt', text) YIELD node
  RETURN node
}
RETURN node
