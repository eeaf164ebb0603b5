// Which of these keys does no row of a table have?
/*
:params {table: 'creators', keys: ['cr-1']};
returns key
*/
UNWIND $keys AS key
WITH key
WHERE NOT CASE $table
  WHEN 'platforms' THEN EXISTS { (:Platform {key: key}) }
  WHEN 'categories' THEN EXISTS { (:Category {key: key}) }
  WHEN 'segments' THEN EXISTS { (:Segment {key: key}) }
  WHEN 'programmes' THEN EXISTS { (:Programme {key: key}) }
  WHEN 'agencies' THEN EXISTS { (:Agency {key: key}) }
  WHEN 'creators' THEN EXISTS { (:Creator {key: key}) }
  WHEN 'brands' THEN EXISTS { (:Brand {key: key}) }
  WHEN 'campaigns' THEN EXISTS { (:Campaign {key: key}) }
  WHEN 'contents' THEN EXISTS { (:Content {key: key}) }
  WHEN 'lists' THEN EXISTS { (:CreatorList {key: key}) }
  END
RETURN key
ORDER BY key
