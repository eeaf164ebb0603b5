// Whom do creators draw their audiences from, as the best known ones' audiences tell?
/*
:params {most: 1000};
returns segment (key; null in a row alone where no audience is known), dimension,
  people (followers of the segment, added up), largest (followers of the best known creator)
*/
MATCH (creator:Creator)
WHERE creator.byFollowers > 0 AND creator.key >= ''
WITH creator
ORDER BY creator.byFollowers DESC, creator.key DESC
LIMIT $most
WITH collect(creator) AS known, max(creator.byFollowers) AS largest
UNWIND CASE WHEN size(known) > 0 THEN known ELSE [null] END AS creator
OPTIONAL MATCH (creator)-[reaches:REACHES]->(segment:Segment)
WITH largest, segment, sum(creator.byFollowers * reaches.share) AS people
RETURN segment.key AS segment, segment.dimension AS dimension, people, largest
ORDER BY segment
