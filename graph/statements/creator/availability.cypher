// On which days of a period is a creator free, held or booked? A day that several rows cover is
// that of a booked one, and of equals that of the one that began first.
/*
:params {from: date('2026-12-01'), to: date('2026-12-31')};
this MATCH (this:Creator {key: 'cr-000001'})
returns from (DATE), to (DATE), state, campaign
*/
WITH this, duration.inDays(date('1970-01-01'), $from).days AS first,
  duration.inDays(date('1970-01-01'), $to).days AS last
WITH this, first, last, [i IN range(0, coalesce(size(this.slotFrom), 0) - 1)
  WHERE this.slotFrom[i] <= last AND this.slotTo[i] >= first] AS rows
CALL (this, first, last, rows) {
  UNWIND [first] + [i IN rows WHERE this.slotFrom[i] > first | this.slotFrom[i]]
    + [i IN rows WHERE this.slotTo[i] < last | this.slotTo[i] + 1] AS day
  WITH DISTINCT this, rows, day
  ORDER BY day
  WITH day, [i IN rows WHERE this.slotFrom[i] <= day AND this.slotTo[i] >= day] AS taken,
    [i IN rows WHERE this.slotStates[i] = 'BOOKED'] AS booked
  RETURN collect([day, coalesce(head([i IN taken WHERE i IN booked]), head(taken), -1)]) AS steps
}
WITH this, last, steps, [n IN range(0, size(steps) - 1)
  WHERE n = 0 OR steps[n][1] <> steps[n - 1][1]] AS changes
UNWIND range(0, size(changes) - 1) AS n
WITH this, steps[changes[n]] AS step, coalesce(steps[changes[n + 1]][0] - 1, last) AS last
OPTIONAL MATCH (campaign:Campaign {
  key: CASE WHEN step[1] >= 0 THEN this.slotCampaigns[step[1]] END})
RETURN date('1970-01-01') + duration({days: step[0]}) AS from,
  date('1970-01-01') + duration({days: last}) AS to,
  CASE WHEN step[1] < 0 THEN 'FREE' ELSE this.slotStates[step[1]] END AS state, campaign
