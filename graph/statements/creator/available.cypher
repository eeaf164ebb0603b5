// Is a creator free on every day of a period?
/*
:params {from: date('2026-12-01'), to: date('2026-12-07')};
this MATCH (this:Creator {key: 'cr-000001'})
returns value
*/
WITH this.slotFrom AS begins, this.slotTo AS ends,
  duration.inDays(date('1970-01-01'), $from).days AS first,
  duration.inDays(date('1970-01-01'), $to).days AS last
RETURN begins IS NULL
  OR none(i IN range(0, size(begins) - 1) WHERE begins[i] <= last AND ends[i] >= first) AS value
