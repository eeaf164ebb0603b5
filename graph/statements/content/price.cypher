// What have campaigns paid for how many impressions?
/*
:params {};
returns spend (minor units), impressions
*/
MATCH (campaign:Campaign)
WHERE campaign.spend > 0 AND campaign.impressions > 0
RETURN sum(toFloat(campaign.spend)) AS spend, sum(toFloat(campaign.impressions)) AS impressions
