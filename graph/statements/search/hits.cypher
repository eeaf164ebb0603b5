// Which entities have a name, handle, bio or key that fits a text, exact names and keys first?
// For a first page that surely ends above the least of the best hits, or that exact names fill,
// those do.
/*
:params {text: '美妆', textQuery: '美妆', kinds: null, first: 10, after: null}
returns entity, score, highlights, place (unique among the hits)
*/
CALL () {
  CALL db.index.fulltext.queryNodes('entity_text', $textQuery, {limit: 200}) YIELD node, score
  WITH collect([node, score]) AS best, min(score) AS least
  RETURN best, size(best) < 200 OR $after IS NULL
    AND coalesce($first < size([hit IN best WHERE hit[1] > least
      AND ($kinds IS NULL OR toUpper(labels(hit[0])[0]) IN $kinds)]) OR $first < COUNT {
      MATCH (node:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme)
      WHERE node.named = $text AND ($kinds IS NULL OR toUpper(labels(node)[0]) IN $kinds)
    }, false) AS enough
}
CALL (best, enough) {
  WITH best, enough
  WHERE enough
  UNWIND best AS hit
  RETURN hit[0] AS node, hit[1] AS score
  UNION ALL
  WITH enough
  WHERE NOT enough
  CALL (enough) {
    CALL db.index.fulltext.queryNodes('entity_text', $textQuery) YIELD node, score
    RETURN node, score
  }
  RETURN node, score
  UNION ALL
  MATCH (node:Creator|Agency|Brand|Campaign {key: $text})
  RETURN node, 1000.0 AS score
  UNION ALL
  MATCH (node:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme)
  WHERE node.named = $text
  RETURN node, 1000.0 AS score
}
WITH node, max(score) AS score
WHERE $kinds IS NULL OR toUpper(labels(node)[0]) IN $kinds
WITH node AS entity, score, labels(node)[0] + ':' + node.key AS place
ORDER BY score DESC, place
LIMIT CASE WHEN $after IS NULL THEN coalesce($first, 10) + 1 ELSE 9223372036854775807 END
RETURN entity, score, place, [text IN [entity.name, entity.handle, entity.bio]
  WHERE any(word IN split(toLower($text), ' ') WHERE toLower(text) CONTAINS word)] AS highlights
