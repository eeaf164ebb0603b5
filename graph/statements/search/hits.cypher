// Which entities have a name, handle, bio or key that fits a text?
/*
:params {text: '美妆', textQuery: '美妆', kinds: null}
returns entity, score, highlights, place (unique among the hits)
*/
CALL () {
  CALL db.index.fulltext.queryNodes('entity_text', $textQuery) YIELD node, score
  RETURN node, score
  UNION ALL
  MATCH (node:Creator|Agency|Brand|Campaign {key: $text})
  RETURN node, 0.0 AS score
}
WITH node, max(score) AS score
WHERE $kinds IS NULL OR toUpper(labels(node)[0]) IN $kinds
WITH node, [text IN [node.name, node.handle, node.bio] WHERE text IS NOT NULL] AS texts,
  score + CASE WHEN node.name = $text OR node.key = $text THEN 1000.0 ELSE 0.0 END AS score
RETURN node AS entity, score, labels(node)[0] + ':' + node.key AS place,
  [text IN texts
    WHERE any(word IN split(toLower($text), ' ') WHERE toLower(text) CONTAINS word)] AS highlights
