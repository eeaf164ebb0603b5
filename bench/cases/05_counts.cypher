// How many creators are there, and how many campaigns of an objective?
/*
:params {objective: 'AWARENESS'}
returns creators, campaigns
*/
RETURN {totalCount: COUNT { (:Creator) }} AS creators,
  {totalCount: COUNT { (:Campaign {objective: $objective}) }} AS campaigns
