// What share of followers did a creator gain over the last days of the known history?
/*
:params {days: 30};
this MATCH (this:Creator {key: 'cr-000001'})
returns value (0.1 is 10 % more; null when the history is too short)
*/
WITH this.historyDays AS days, this.historyFollowers AS followers
WITH days, followers, last([i IN range(0, coalesce(size(days), 0) - 1)
  WHERE days[i] <= days[-1] - $days]) AS i
RETURN CASE WHEN followers[i] > 0 THEN toFloat(followers[-1] - followers[i]) / followers[i] END
  AS value
