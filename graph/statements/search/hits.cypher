// Which entities have a name, handle, key or bio that fits a text, in the best way first, and the
// most popular first of those that fit in the same way?
// A first page is looked for among the best 100 hits of each index, whose scores tell the way and
// the band of popularity (graph/spelling), and among all only where it does not surely end there.
// Lists are let go (by a grouping, by DISTINCT) before rows are sorted: each row would be counted
// with its list. Only what can be on the page is read: what fits as well as the last there, and the
// top band, since that of kinds that are few says nothing. One entity may be found twice.
/*
:params {text: 'ann', textNames: 'spelt:ann*', textWords: 'name:"ann"', textNear: 'spelt:ann~1', textFar: 'spelt:ann~2', kinds: null, first: 10, after: null};
returns entity, score, highlights, place (unique among the hits)
*/
WITH CASE WHEN $kinds IS NULL THEN '' ELSE
  ' +(' + reduce(any = 'marks:nothing', kind IN $kinds | any + ' marks:' + toLower(kind)) + ')^0'
  END AS only
UNWIND CASE WHEN $after IS NULL THEN [100, null] ELSE [null] END AS most
CALL (only, most) {
  WITH CASE WHEN most IS NULL THEN {} ELSE {limit: most} END AS options
  CALL (only, options) {
    CALL db.index.fulltext.queryNodes('entity_spelt', $textNames + only, options) YIELD node, score
    RETURN collect({node: node, fit: 64 + toInteger(score)}) AS named
  }
  CALL (only, most, options, named) {
    WITH * WHERE most IS NULL OR size(named) <= coalesce($first, 10) AND size(named) < most
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
  WITH named + told + near + far AS fits,
    [hits IN [named, told, near, far] WHERE size(hits) = most | hits[-1].fit][0] AS least,
    coalesce($first, 10) + CASE told WHEN [] THEN 0 ELSE size(named) END
      + CASE near + far WHEN [] THEN 0 ELSE size(told) END AS last
  WITH fits, least, CASE WHEN $after IS NULL
    THEN [hit IN fits WHERE hit.fit % 32 < 31 | hit.fit][last] END AS worst
  UNWIND CASE fits WHEN [] THEN [null]
    ELSE [hit IN fits WHERE coalesce(hit.fit >= worst, true)] END AS hit
  WITH hit.node AS entity, max(hit.fit) / 32 AS way, least
  WITH entity, way, least, CASE labels(entity)[0]
    WHEN 'Creator' THEN 1.0 + entity.byFollowers WHEN 'Agency' THEN 1.0 + entity.byFollowers
    WHEN 'Brand' THEN 1 + entity.spend / 100.0 WHEN 'Campaign' THEN 1 + entity.byBudget / 100.0
    WHEN 'Content' THEN 0.0 ELSE 1e12 END AS popularity
  WITH entity, way, least, popularity, labels(entity)[0] + ':' + entity.key AS place
  ORDER BY way DESC, popularity DESC, place
  LIMIT CASE WHEN $after IS NULL THEN coalesce($first, 10) + 1 ELSE 9223372036854775807 END
  WITH least,
    collect({entity: entity, way: way, popularity: popularity, place: place}) AS hits
  RETURN hits, least IS NULL OR size(hits) > coalesce($first, 10) AND (hits[-1].way > least / 32
    OR hits[-1].way = least / 32 AND hits[-1].popularity >
      CASE least % 32 WHEN 31 THEN 1e13 ELSE 1 + 500 * 2 ^ ((least % 32 + 1) / 2.0) END) AS enough
}
WITH hits, enough
WHERE enough
LIMIT 1
UNWIND hits AS hit
WITH DISTINCT hit.entity AS entity, hit.place AS place,
  hit.way + 1 + hit.popularity / (hit.popularity + 1e6) AS score
WHERE entity IS NOT NULL
WITH entity, score, place, [text IN [entity.name, entity.handle, entity.bio]
  WHERE any(word IN split(toLower($text), ' ') WHERE toLower(text) CONTAINS word)] AS fitting
RETURN entity, score, place, CASE fitting WHEN [] THEN [entity.name] ELSE fitting END AS highlights
