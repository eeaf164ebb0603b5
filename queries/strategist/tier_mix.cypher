// Which sizes of creators brought clicks and conversions cheapest in an industry last quarter?
// 头部 from a million followers, 腰部 from 100,000, 尾部 from 10,000, 素人 below. The graph has no 5A figures
// (CPA3): cost for a click and for a conversion stand instead. Figures in yuan over campaigns that began
// in the days before today.
// @number 8
// @audience S
// @tags tier, CPM, CPA
// @param industry: String = "美妆个护" -- A brand's industry.
// @param days: Int = 90 -- How many days back.
// @param today: Date = LAST_DAY -- The day that counts as today; the last day of the data when left out.
// @requires EXISTS { (:Brand {industry: $industry}) } -- no brand is of this industry
// @requires EXISTS { (:Brand {industry: $industry})-[:RAN]->()<-[:PARTICIPATED_IN]-() } -- nobody took part in a campaign of this industry
// @columns tier: String, creators: Int, yuan: Float, cpm: Float, yuanPerClick: Float, yuanPerConversion: Float, roas: Float
// @example {"today": "2026-11-23"}
MATCH (b:Brand)-[:RAN]->(x:Campaign)<-[p:PARTICIPATED_IN]-(c:Creator)
WHERE b.industry = $industry AND x.starts <= date($today)
  AND x.starts >= date($today) - duration({days: $days})
WITH p, c, CASE WHEN c.followers >= 1000000 THEN '1 头部' WHEN c.followers >= 100000 THEN '2 腰部'
  WHEN c.followers >= 10000 THEN '3 尾部' ELSE '4 素人' END AS tier
WITH tier, count(DISTINCT c) AS creators, CASE WHEN count(p.fee) > 0 THEN sum(p.fee) / 100.0 END AS yuan,
  sum(p.impressions) AS impressions, sum(p.clicks) AS clicks, sum(p.conversions) AS conversions,
  CASE WHEN count(p.gmv) > 0 THEN sum(p.gmv) / 100.0 END AS gmv
RETURN tier, creators, round(yuan) AS yuan,
  CASE WHEN impressions > 0 THEN round(1000 * yuan / impressions, 1) END AS cpm,
  CASE WHEN clicks > 0 THEN round(yuan / clicks, 1) END AS yuanPerClick,
  CASE WHEN conversions > 0 THEN round(yuan / conversions) END AS yuanPerConversion,
  CASE WHEN yuan > 0 THEN round(gmv / yuan, 2) END AS roas
ORDER BY tier
