// As many rows as search/hits gives in all.
/*
:params {text: '美妆', textQuery: '美妆', kinds: null}
returns node
*/
CALL () {
  CALL db.index.fulltext.queryNodes('entity_text', $textQuery) YIELD node
  RETURN node
  UNION ALL
  MATCH (node:Creator|Agency|Brand|Campaign {key: $text})
  RETURN node
  UNION ALL
  MATCH (node:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme)
  WHERE node.named = $text
  RETURN node
}
WITH DISTINCT node
WHERE $kinds IS NULL OR toUpper(labels(node)[0]) IN $kinds
RETURN node
