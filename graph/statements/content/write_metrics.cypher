// Keeps what was counted of a content.
/*
:params {content: 'co-1', lists: {at: [1762819200], views: [100], likes: [-1], comments: [-1], shares: [-1], clicks: [-1], conversions: [-1], completed: null, searches: null}};
returns nothing
*/
MATCH (content:Content {key: $content})
SET content.metricsAt = $lists.at, content.metricsViews = $lists.views,
  content.metricsLikes = $lists.likes, content.metricsComments = $lists.comments,
  content.metricsShares = $lists.shares, content.metricsClicks = $lists.clicks,
  content.metricsConversions = $lists.conversions,
  content.metricsCompleted = $lists.completed, content.metricsSearches = $lists.searches
