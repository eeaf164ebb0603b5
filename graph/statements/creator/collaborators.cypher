// Who shared campaigns, contents or brands with a creator, and how strongly does that tie them?
/*
:params {minShared: 1, first: 20, after: null, today: date('2026-11-25')};
this MATCH (this:Creator {key: 'cr-000001'})
follows creator/related
returns node, campaignsTogether, contentsTogether, brandsTogether, last (DATE), weight
*/
WITH this, node, pair, brand, CASE WHEN day > $today THEN $today
  ELSE coalesce(day, $today - duration({days: 730})) END AS theirs
WHERE node <> this
WITH node, pair, brand, CASE WHEN brand IS NULL THEN pair[4] ELSE brand[1] * 0.5 ^ (
  duration.inDays(CASE WHEN theirs < brand[2] THEN theirs ELSE brand[2] END, $today).days / 730.0)
  END AS tie
WITH node, sum(pair[1]) AS campaignsTogether, sum(pair[2]) AS contentsTogether,
  count(brand) AS brandsTogether, max(pair[3]) AS last, round(1e9 * sum(tie)) / 1e9 AS weight
WHERE campaignsTogether + contentsTogether + brandsTogether >= $minShared
RETURN node, campaignsTogether, contentsTogether, brandsTogether, last, weight
