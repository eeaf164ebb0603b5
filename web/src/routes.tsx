import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';

import { readAnalyst } from './analyst/search';
import { readCampaign, readPlan } from './campaign/search';
import { readSearch } from './finder/search';
import { readLookalikes } from './lookalikes/search';
import { HomePage } from './pages/HomePage';
import { NotFoundPage } from './pages/NotFoundPage';
import { readRising } from './rising/search';
import { Shell } from './shell/Shell';

// One line of routes per page. A page that is not the first one is loaded when it is opened.

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });

/** The canvas; what is on it stands behind #, what to begin with in the parameters. */
export interface ExploreSearch {
  /** The id of an entity to begin with. */
  of?: string;
  /** With `of`: show the paths from there to this id. */
  to?: string;
  /** `collaborations` begins with the strongest collaborations. */
  begin?: 'collaborations';
  /** The key of a scene that the server keeps. */
  scene?: string;
  /** Only the picture, to look at, for a page that shows it within. */
  embed?: boolean;
}

const explore = createRoute({
  getParentRoute: () => root,
  path: '/explore',
  validateSearch: (search: Record<string, unknown>): ExploreSearch => ({
    ...(typeof search['of'] === 'string' && { of: search['of'] }),
    ...(typeof search['to'] === 'string' && { to: search['to'] }),
    ...(search['begin'] === 'collaborations' && { begin: 'collaborations' as const }),
    ...(typeof search['scene'] === 'string' && { scene: search['scene'] }),
    ...('embed' in search && search['embed'] !== false && { embed: true }),
  }),
  component: lazyRouteComponent(() => import('./pages/ExplorePage'), 'ExplorePage'),
});

const finder = createRoute({
  getParentRoute: () => root,
  path: '/creators',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./finder/FinderPage'), 'FinderPage'),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: (search: Record<string, unknown>): { ids: string[] } => ({
    ids: (Array.isArray(search['ids']) ? (search['ids'] as unknown[]) : [])
      .filter((id): id is string => typeof id === 'string')
      .slice(0, 6),
  }),
  component: lazyRouteComponent(() => import('./compare/ComparePage'), 'ComparePage'),
});

const overlap = createRoute({
  getParentRoute: () => root,
  path: '/overlap',
  validateSearch: (search: Record<string, unknown>): OverlapSearch => ({
    ids: textsOf(search['ids']).slice(0, 200),
    without: textsOf(search['without']).slice(0, 200),
    ...(typeof search['list'] === 'string' && { list: search['list'] }),
  }),
  component: lazyRouteComponent(() => import('./overlap/OverlapPage'), 'OverlapPage'),
});

/** Whose audiences to lay over each other: those of a list, by key, or these, by id; some left out. */
interface OverlapSearch {
  ids: string[];
  list?: string;
  without: string[];
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).filter((id): id is string => typeof id === 'string');
}

const lookalikes = createRoute({
  getParentRoute: () => root,
  path: '/lookalikes',
  validateSearch: readLookalikes,
  component: lazyRouteComponent(() => import('./lookalikes/LookalikesPage'), 'LookalikesPage'),
});

const questions = createRoute({
  getParentRoute: () => root,
  path: '/questions',
  validateSearch: readAnalyst,
  component: lazyRouteComponent(() => import('./analyst/AnalystPage'), 'AnalystPage'),
});

const scenes = createRoute({
  getParentRoute: () => root,
  path: '/scenes',
  component: lazyRouteComponent(() => import('./scenes/ScenesPage'), 'ScenesPage'),
});

const lists = createRoute({
  getParentRoute: () => root,
  path: '/lists',
  component: lazyRouteComponent(() => import('./lists/ListsPage'), 'ListsPage'),
});

const list = createRoute({
  getParentRoute: () => root,
  path: '/lists/$key',
  component: lazyRouteComponent(() => import('./lists/ListPage'), 'ListPage'),
});

const creator = createRoute({
  getParentRoute: () => root,
  path: '/creators/$key',
  component: lazyRouteComponent(() => import('./pages/CreatorPage'), 'CreatorPage'),
});

const community = createRoute({
  getParentRoute: () => root,
  path: '/communities/$key',
  component: lazyRouteComponent(() => import('./pages/CommunityPage'), 'CommunityPage'),
});

const category = createRoute({
  getParentRoute: () => root,
  path: '/categories/$key',
  component: lazyRouteComponent(() => import('./pages/CategoryPage'), 'CategoryPage'),
});

const agency = createRoute({
  getParentRoute: () => root,
  path: '/agencies/$key',
  component: lazyRouteComponent(() => import('./pages/AgencyPage'), 'AgencyPage'),
});

const brand = createRoute({
  getParentRoute: () => root,
  path: '/brands/$key',
  component: lazyRouteComponent(() => import('./pages/BrandPage'), 'BrandPage'),
});

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$key',
  validateSearch: readCampaign,
  component: lazyRouteComponent(() => import('./pages/CampaignPage'), 'CampaignPage'),
});

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  validateSearch: readPlan,
  component: lazyRouteComponent(() => import('./campaign/PlanPage'), 'PlanPage'),
});

const rising = createRoute({
  getParentRoute: () => root,
  path: '/rising',
  validateSearch: readRising,
  component: lazyRouteComponent(() => import('./rising/RisingPage'), 'RisingPage'),
});

const models = createRoute({
  getParentRoute: () => root,
  path: '/models',
  component: lazyRouteComponent(() => import('./rising/ModelsPage'), 'ModelsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, explore, finder, compare, overlap, lookalikes, questions, scenes, lists, list, creator, community, category, agency, brand, campaign, plan, rising, models]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
