// Which entities have a name, handle, key or bio that fits a text, in the best way first, and the
// most popular first of those that fit in the same way?
// A first page is looked for among the best 100 hits of each index, whose scores tell the way and
// the band of popularity (graph/spelling), and among all only where it does not surely end there.
/*
:params {textFilled: 'ann  ', textNames: 'spelt:ann*', textWords: 'name:"ann"', textNear: 'spelt:ann~1', textFar: 'spelt:ann~2', kinds: null, first: 10, after: null};
follows search/ranked
returns entity, score, highlights, place (unique among the hits)
*/
WITH hits, enough
WHERE enough
LIMIT 1
UNWIND hits AS hit
WITH DISTINCT hit.entity AS entity, hit.place AS place,
  hit.way + 1 + hit.popularity / (hit.popularity + 1e6) AS score
WHERE entity IS NOT NULL
WITH entity, score, place, [text IN [entity.name, entity.handle, entity.bio]
  WHERE any(word IN split(toLower(trim($textFilled)), ' ') WHERE toLower(text) CONTAINS word)
] AS fitting
RETURN entity, score, place, CASE fitting WHEN [] THEN [entity.name] ELSE fitting END AS highlights
