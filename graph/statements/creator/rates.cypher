// Which rates of a creator are in force on a day? Of several of one length the one that began last,
// which is the last in the creator's lists.
/*
:params {at: null, today: date('2026-11-23')};
this MATCH (this:Creator {key: 'cr-000001'})
returns format, minSeconds, maxSeconds, price, since (DATE), until (DATE), place
*/
WITH this, duration.inDays(date('1970-01-01'), coalesce($at, $today)).days AS day
UNWIND range(0, coalesce(size(this.rateFormats), 0) - 1) AS place
WITH this, day, place, nullIf(this.rateUntil[place], -1000000) AS until
WHERE coalesce(this.rateSince[place] <= day, true) AND coalesce(until >= day, true)
WITH this, this.rateFormats[place] AS format, nullIf(this.rateMinSeconds[place], -1) AS minSeconds,
  nullIf(this.rateMaxSeconds[place], -1) AS maxSeconds, max(place) AS place
WITH *, this.rateSince[place] AS began, this.rateUntil[place] AS ended, date('1970-01-01') AS epoch
RETURN format, minSeconds, maxSeconds, place, this.ratePrices[place] AS price,
  CASE WHEN began > -1000000 THEN epoch + duration({days: began}) END AS since,
  CASE WHEN ended > -1000000 THEN epoch + duration({days: ended}) END AS until
