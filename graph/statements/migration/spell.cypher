// Writes how entities' names are spelt.
/*
:params {rows: [{at: '4:…:0', spelt: 'ann.', marks: 'creator p0'}]};
returns nothing
*/
UNWIND $rows AS row
MATCH (entity)
WHERE elementId(entity) = row.at
SET entity.spelt = row.spelt, entity.marks = row.marks
REMOVE entity.named
