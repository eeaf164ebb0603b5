// How many people followed a creator, day by day?
/*
:params {from: null, to: null};
this MATCH (this:Creator {key: 'cr-000001'})
returns date (DATE), followers
*/
UNWIND range(0, coalesce(size(this.historyDays), 0) - 1) AS i
WITH date({year: 1970}) + duration({days: this.historyDays[i]}) AS date,
  this.historyFollowers[i] AS followers
WHERE ($from IS NULL OR date >= $from)
  AND ($to IS NULL OR date <= $to)
RETURN date, followers
