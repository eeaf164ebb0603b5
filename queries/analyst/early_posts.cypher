// Which posts a few hours old are on their way to their size's top tenth?
// A post's views two to six hours after it was published, against the median of posts of creators of its
// size (tenfold steps of followers) at their reading nearest that age, and how many of the earlier posts
// that did so well then were in the top tenth after seven days. Posts below three times the usual views
// are left out. The content model, when it is there, forecasts the week itself and what spending more is
// worth.
// @number 21
// @audience A
// @tags content, early, forecast
// @param hours: Float = 24 -- Posts at most so old.
// @param today: Date = LAST_DAY -- The day at whose end, in UTC, it is now; the last day of the data when left out.
// @requires EXISTS { MATCH (x:Content) WHERE x.metricsAt IS NOT NULL } -- no content has metrics (content_metrics.csv)
// @requires EXISTS { MATCH (x:Content) WHERE any(at IN x.metricsAt WHERE at >= x.published.epochSeconds + 7200 AND at <= x.published.epochSeconds + 21600) } -- no content was measured two to six hours after it was published
// @columns key: String, title: String, creator: String, followers: Int, views: Int, timesUsual: Float, postsLikeIt: Int, inTopTenth: Float
WITH datetime({date: date($today) + duration('P1D')}) AS moment
WITH moment, moment.epochSeconds AS now
MATCH (c:Creator)-[:POSTED]->(x:Content) WHERE c.followers > 0 AND x.metricsAt IS NOT NULL
  AND x.published >= moment - duration('P60D') AND x.published <= moment
WITH now, c, x, floor(log10(c.followers)) AS size, x.published.epochSeconds AS at
WITH now, c, x, size, at,
  [i IN range(0, size(x.metricsAt) - 1) WHERE x.metricsAt[i] >= at + 7200 AND x.metricsAt[i] <= at + 21600][0] AS early
WHERE early IS NOT NULL AND x.metricsViews[early] >= 0
WITH now, c, x, size, at, x.metricsViews[early] AS views,
  CASE WHEN x.metricsAt[-1] >= at + 6 * 86400 AND x.metricsViews[-1] >= 0 THEN x.metricsViews[-1] END AS week
WITH size, percentileCont(views, 0.5) AS usual, percentileCont(week, 0.9) AS top,
  collect(CASE WHEN week IS NOT NULL THEN [views, week] END) AS posts,
  collect(CASE WHEN at >= now - $hours * 3600 THEN {c: c, x: x, views: views} END) AS young
UNWIND [p IN young WHERE p.views >= 3 * usual] AS p
WITH p, usual, top, [q IN posts WHERE q[0] >= p.views * 0.8 AND q[0] <= p.views * 1.25 | q[1]] AS like
WHERE size(like) >= 5
RETURN p.x.key AS key, p.x.title AS title, p.c.name AS creator, p.c.followers AS followers, p.views AS views,
  round(1.0 * p.views / usual, 1) AS timesUsual, size(like) AS postsLikeIt,
  round(1.0 * size([week IN like WHERE week >= top]) / size(like), 2) AS inTopTenth
ORDER BY inTopTenth DESC, timesUsual DESC, key
LIMIT 12
