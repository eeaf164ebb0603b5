// Which members of programmes are there, by programme, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the programme's), rows (in the order of programme_members's columns)
*/
MATCH (programme:Programme)
WHERE programme.key > $after AND ($keys IS NULL OR programme.key IN $keys)
WITH programme
ORDER BY programme.key
LIMIT $limit
RETURN programme.key AS key, COLLECT {
  MATCH (programme)<-[:MEMBER_OF]-(member)
  RETURN [programme.key, member.key,
    CASE WHEN member:Agency THEN 'AGENCY' ELSE 'CREATOR' END] AS row
  ORDER BY member.key, row[2]
} AS rows
ORDER BY key
