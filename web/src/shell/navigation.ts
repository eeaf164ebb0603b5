/** The pages that stand in the bar, in this order. Add yours here. */
export const navigation = [
  { to: '/explore', text: 'navExplore' },
  { to: '/creators', text: 'navCreators' },
  { to: '/lookalikes', text: 'navLookalikes', search: { seeds: [] } },
  { to: '/lists', text: 'navLists' },
  { to: '/plan', text: 'navPlan', search: {} },
  { to: '/rising', text: 'navRising', search: {} },
  { to: '/scenes', text: 'navScenes' },
  { to: '/questions', text: 'navQuestions', search: {} },
] as const;
