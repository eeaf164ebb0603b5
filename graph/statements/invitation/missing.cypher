// Which of these creators do not exist?
/*
:params {creators: ['cr-1']}
returns place (in the list, from 0), key
*/
UNWIND range(0, size($creators) - 1) AS place
WITH place, $creators[place] AS key
WHERE NOT EXISTS { MATCH (:Creator {key: key}) }
RETURN place, key
ORDER BY place
