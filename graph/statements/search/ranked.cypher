// Which entities fit a text, in the best way first, and the most popular first of those that fit in
// the same way; and does a page surely end among them?
// Lists are let go (by a grouping) before rows are sorted: each row would be counted with its list.
// Only what can be on the page is read: what fits as well as the last there, and the top band,
// since that of kinds that are few says nothing.
/*
:params {textNames: 'spelt:ann*', textWords: 'name:"ann"', textNear: 'spelt:ann~1', textFar: 'spelt:ann~2', kinds: null, first: 10, after: null};
this UNWIND [100, null] AS this
follows search/fits
returns hits [{entity, way, popularity, place}], enough
*/
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
