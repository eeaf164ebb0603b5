// Which offer does a creator accept, and how surely?
// From answered invitations of creators of the same main category and size (a third to three times the
// followers): how many accepted, by the offer as a share of the price of a short video. Beside each step
// what it would be in yuan for this creator. `own` counts the creator's own answers, of which there are
// few. The acceptance model, when it is there, joins all of this in one probability.
// @number 7
// @audience S
// @tags acceptance, offer, invitation
// @param creator: String! of Creator -- A creator's key.
// @requires EXISTS { (:Creator {key: $creator}) } -- there is no creator of this key
// @requires EXISTS { (:Creator {key: $creator})-[:IN_CATEGORY]->() } -- the creator has no category
// @requires EXISTS { MATCH (c:Creator {key: $creator}) WHERE c.followers > 0 } -- the creator has no followers
// @requires EXISTS { ()-[i:INVITED]->() WHERE i.answer IS NOT NULL } -- no invitation was answered
// @requires EXISTS { MATCH (c:Creator) WHERE c.byPriceShortVideo > 0 } -- no creator has a price for a short video
// @columns offerOfPriceFrom: Float, yuanFrom: Float, invitations: Int, accepted: Float, own: Int, ownAccepted: Int
// @example {"creator": "cr-008489"}
MATCH (me:Creator {key: $creator})-[:IN_CATEGORY {position: 0}]->(main:Category)
MATCH (main)<-[:IN_CATEGORY {position: 0}]-(c:Creator)<-[i:INVITED]-(:Campaign)
WHERE i.answer IS NOT NULL AND i.offer > 0 AND c.priceShortVideo > 0
  AND c.followers >= me.followers / 3 AND c.followers <= me.followers * 3
WITH me, c, i, floor(i.offer * 5.0 / c.priceShortVideo) / 5 AS step
WITH me, CASE WHEN step > 2 THEN 2.0 ELSE step END AS step, count(i) AS invitations,
  sum(CASE i.answer WHEN 'ACCEPTED' THEN 1 ELSE 0 END) AS accepted,
  sum(CASE WHEN c = me THEN 1 ELSE 0 END) AS own,
  sum(CASE WHEN c = me AND i.answer = 'ACCEPTED' THEN 1 ELSE 0 END) AS ownAccepted
RETURN round(step, 1) AS offerOfPriceFrom, round(step * me.priceShortVideo / 100) AS yuanFrom, invitations,
  round(1.0 * accepted / invitations, 3) AS accepted, own, ownAccepted
ORDER BY offerOfPriceFrom
