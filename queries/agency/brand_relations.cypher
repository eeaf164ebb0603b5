// Which brands book an agency's creators again, which lapsed, and who is one step away?
// booked again: two campaigns or more, the last within `days`; lapsed: the last before; one step away:
// never, of the same industry as a brand that booked again, by campaigns run within `days`. Fees in yuan,
// of today's roster; of a brand one step away, all it ever paid.
// @number 15
// @audience M
// @tags brands, retention
// @param agency: String! of Agency -- An agency's key.
// @param days: Int = 180 -- How recent the last campaign is.
// @param each: Int = 6 -- Brands of each kind.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Agency {key: $agency}) } -- there is no agency of this key
// @requires EXISTS { MATCH (:Agency {key: $agency})<-[k:SIGNED_WITH]-() WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true) } -- nobody is under contract with the agency on that day
// @requires EXISTS { (:Agency {key: $agency})<-[:SIGNED_WITH]-()-[:PARTICIPATED_IN]->() } -- no creator of the agency took part in a campaign
// @columns relation: String, key: String, brand: String, industry: String, campaigns: Int, yuan: Int, last: Date
// @example {"agency": "ag-0001", "today": "2026-11-23"}
MATCH (a:Agency {key: $agency})<-[k:SIGNED_WITH]-(c:Creator)
WITH c, k, date($today) AS today
WHERE k.since <= today AND coalesce(k.until >= today, true)
WITH today, collect(DISTINCT c) AS roster
CALL (roster, today) {
  UNWIND roster AS c
  MATCH (c)-[p:PARTICIPATED_IN]->(x:Campaign)<-[:RAN]-(b:Brand) WHERE x.starts <= today
  WITH b, count(DISTINCT x) AS campaigns, CASE WHEN count(p.fee) > 0 THEN sum(p.fee) END AS fee, max(x.starts) AS last
  RETURN collect({b: b, campaigns: campaigns, fee: fee, last: last}) AS booked
}
WITH today, booked, [x IN booked | x.b] AS known,
  [x IN booked WHERE x.campaigns > 1 AND x.last >= today - duration({days: $days})] AS again
CALL (today, known, again) {
  MATCH (b:Brand)-[:RAN]->(x:Campaign)
  WHERE NOT b IN known AND b.industry IN [y IN again | y.b.industry]
    AND x.starts >= today - duration({days: $days}) AND x.starts <= today
  WITH b, count(x) AS campaigns, max(x.starts) AS last, nullIf(b.spend, 0) AS fee
  ORDER BY campaigns DESC, b.key LIMIT $each
  RETURN collect({b: b, campaigns: campaigns, fee: fee, last: last}) AS near
}
CALL (again) {
  UNWIND again AS one WITH one ORDER BY one.fee IS NULL, one.fee DESC, one.campaigns DESC, one.b.key LIMIT $each
  RETURN collect(one) AS best
}
CALL (booked, today) {
  UNWIND [x IN booked WHERE x.last < today - duration({days: $days})] AS one
  WITH one ORDER BY one.fee IS NULL, one.fee DESC, one.campaigns DESC, one.b.key LIMIT $each
  RETURN collect(one) AS lapsed
}
UNWIND [['1 booked again', best], ['2 lapsed', lapsed], ['3 one step away', near]] AS kind
UNWIND kind[1] AS one
RETURN kind[0] AS relation, one.b.key AS key, one.b.name AS brand, one.b.industry AS industry,
  one.campaigns AS campaigns, one.fee / 100 AS yuan, toString(one.last) AS last
ORDER BY relation, yuan IS NULL, yuan DESC, campaigns DESC, key
