// Which agencies' creators jump in followers on the same days?
// A spike: a day on which a creator gained `times` the usual day's gain and at least `share` of
// the followers. Listed are days on which at least `least` creators of one agency spiked; `expected` is how
// many would, were the agency's spikes spread over the days. Engagement pods and agreed prices leave no
// such trace: see who comments with whom, which the graph does not hold.
// @number 24
// @audience P
// @tags anomaly, followers, agency
// @param least: Int = 2 -- Creators of one agency on one day.
// @param times: Float = 10 -- Times the usual day's gain.
// @param share: Float = 0.05 -- Of the followers, 0 to 1.
// @param today: Date = LAST_DAY -- The day whose contracts count; the last day of the data when left out.
// @requires EXISTS { ()-[:SIGNED_WITH]->() } -- there are no contracts
// @requires EXISTS { MATCH (c:Creator) WHERE c.historyDays IS NOT NULL } -- no creator has a follower history (follower_history.csv)
// @columns key: String, agency: String, day: Date, together: Int, expected: Float, creators: [String]
// @example {"today": "2026-11-23", "times": 4, "share": 0.02}
MATCH (a:Agency)<-[k:SIGNED_WITH]-(c:Creator)
WHERE k.since <= date($today) AND coalesce(k.until >= date($today), true)
WITH DISTINCT a, c, c.historyFollowers AS f, c.historyDays AS d
WHERE size(f) > 2
WITH a, c, d, f, 
  [i IN range(1, size(f) - 1) | 1.0 * (f[i] - f[i - 1]) / (d[i] - d[i - 1])] AS gains
CALL (gains) { UNWIND gains AS g RETURN percentileCont(abs(g), 0.5) AS usual }
WITH a, c, [i IN range(0, size(gains) - 1) WHERE gains[i] > $times * (usual + 1)
  AND gains[i] > $share * f[i] | d[i + 1]] AS spikes, size(d) AS days
WITH a, max(days) AS days, sum(size(spikes)) AS spikes, collect({c: c, spikes: spikes}) AS roster
UNWIND roster AS one UNWIND one.spikes AS day
WITH a, days, spikes, day, collect(one.c.name) AS names, count(*) AS together WHERE together >= $least
RETURN a.key AS key, a.name AS agency, toString(date('1970-01-01') + duration({days: day})) AS day, together,
  round(1.0 * spikes / days, 1) AS expected, names[0..5] AS creators
ORDER BY together DESC, key, day
LIMIT 15
