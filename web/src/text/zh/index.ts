// All Chinese words: what a page in Chinese loads.

import type { Words } from '../catalogue';
import type { Translation } from '../translation';
import { analystZh } from './analyst';
import { campaignZh } from './campaign';
import { canvasZh } from './canvas';
import { choosingZh } from './choosing';
import { creatorZh } from './creator';
import { exploreZh } from './explore';
import { groupsZh } from './groups';
import { overlapZh } from './overlap';
import { pagesZh } from './pages';
import { risingZh } from './rising';
import { scenesZh } from './scenes';
import { sheetZh } from './sheet';
import { shellZh } from './shell';

export const words: Translation<Words> = {
  ...analystZh,
  ...campaignZh,
  ...canvasZh,
  ...choosingZh,
  ...creatorZh,
  ...exploreZh,
  ...groupsZh,
  ...overlapZh,
  ...pagesZh,
  ...risingZh,
  ...scenesZh,
  ...sheetZh,
  ...shellZh,
};
