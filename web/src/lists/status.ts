import type { ListStatus } from '../api/generated/types';

/** How far a decision can have come, in the order of the work. */
export const statuses: readonly ListStatus[] = [
  'CANDIDATE',
  'SHORTLISTED',
  'SENT',
  'APPROVED',
  'REJECTED',
  'NEGOTIATING',
  'CONFIRMED',
  'DECLINED',
];
