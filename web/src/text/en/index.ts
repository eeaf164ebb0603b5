// All English words: what a page in English loads.

import { analystEn } from './analyst';
import { campaignEn } from './campaign';
import { canvasEn } from './canvas';
import { choosingEn } from './choosing';
import { creatorEn } from './creator';
import { exploreEn } from './explore';
import { groupsEn } from './groups';
import { overlapEn } from './overlap';
import { pagesEn } from './pages';
import { risingEn } from './rising';
import { scenesEn } from './scenes';
import { sheetEn } from './sheet';
import { shellEn } from './shell';

export const words = {
  ...analystEn,
  ...campaignEn,
  ...canvasEn,
  ...choosingEn,
  ...creatorEn,
  ...exploreEn,
  ...groupsEn,
  ...overlapEn,
  ...pagesEn,
  ...risingEn,
  ...scenesEn,
  ...sheetEn,
  ...shellEn,
};
