// Which rates has a creator had, and will have, the latest first?
/*
:params {format: null, first: 50};
this MATCH (this:Creator {key: 'cr-000001'})
returns format, minSeconds, maxSeconds, price, since (DATE), until (DATE), began (days since
  1970-01-01; -1000000 when unknown), place
*/
UNWIND range(0, coalesce(size(this.rateFormats), 0) - 1) AS place
WITH this, place, coalesce(this.rateSince[place], -1000000) AS began,
  this.rateUntil[place] AS ended, date('1970-01-01') AS epoch
WHERE $format IS NULL OR this.rateFormats[place] = $format
RETURN this.rateFormats[place] AS format, nullIf(this.rateMinSeconds[place], -1) AS minSeconds,
  nullIf(this.rateMaxSeconds[place], -1) AS maxSeconds, this.ratePrices[place] AS price,
  CASE WHEN began > -1000000 THEN epoch + duration({days: began}) END AS since,
  CASE WHEN ended > -1000000 THEN epoch + duration({days: ended}) END AS until,
  began, place
ORDER BY began DESC, place
LIMIT $first
