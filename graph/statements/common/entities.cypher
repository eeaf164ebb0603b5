// Which of some entities exist?
/*
:params {of: [{place: 0, type: 'Creator', key: 'cr-1'}]};
returns place
*/
UNWIND $of AS one
MATCH (entity:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme
  {key: one.key})
WHERE labels(entity)[0] = one.type
RETURN one.place AS place
