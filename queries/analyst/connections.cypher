// How are a brand and a creator connected, by which agencies and campaigns?
// The shortest ways, at most six steps: campaigns a brand ran, who took part in them, whose contract is
// with which agency. One row for each, told from the brand to the creator.
// @number 17
// @audience A
// @tags paths, brand, creator
// @param brand: String! of Brand -- A brand's key.
// @param creator: String! of Creator -- A creator's key.
// @requires EXISTS { (:Brand {key: $brand}) } -- there is no brand of this key
// @requires EXISTS { (:Creator {key: $creator}) } -- there is no creator of this key
// @columns steps: Int, way: [String], by: [String]
// @example {"brand": "b-0042", "creator": "cr-002737"}
MATCH (b:Brand {key: $brand}), (c:Creator {key: $creator})
MATCH way = allShortestPaths((b)-[:RAN|PARTICIPATED_IN|SIGNED_WITH*1..6]-(c))
WITH way, reduce(text = '', n IN nodes(way) | text + n.key + ' ') AS keys
ORDER BY keys LIMIT 10
RETURN length(way) AS steps, [n IN nodes(way) | labels(n)[0] + ' ' + n.name] AS way,
  [r IN relationships(way) | type(r)] AS by
