// Which is the last day, up to today, of which the graph tells anything?
/*
:params {today: date('2026-11-23')};
returns published (the day of the latest content), counted (the last of the
  follower histories of the 1,000 creators with most followers), began (the first of the
  latest campaign), each as text; null where there is none
*/
CALL () {
  MATCH (content:Content)
  WHERE content.published < datetime({date: $today + duration('P1D')})
  RETURN date(max(content.published)) AS published
}
CALL () {
  MATCH (creator:Creator)
  WHERE creator.byFollowers >= 0
  WITH creator
  ORDER BY creator.byFollowers DESC, creator.key DESC
  LIMIT 1000
  RETURN max(creator.historyDays[-1]) AS counted
}
CALL () {
  MATCH (campaign:Campaign)
  WHERE campaign.byStarts >= 0
    AND campaign.byStarts <= duration.inDays(date('1970-01-01'), $today).days
  RETURN max(campaign.byStarts) AS began
}
RETURN toString(published) AS published,
  CASE WHEN counted IS NOT NULL
    THEN toString(date('1970-01-01') + duration({days: counted})) END AS counted,
  CASE WHEN began IS NOT NULL
    THEN toString(date('1970-01-01') + duration({days: began})) END AS began
