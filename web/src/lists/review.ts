import type { ListItemInput, ListStatus } from '../api/generated/types';

// The answers of a client, as a sheet that came back holds them.

/** Whom an answer may be for. */
export interface OnList {
  /** The creator's id. */
  id: string;
  /** What is noted of it so far. */
  note: string | null;
}

/** What a returned sheet says of a creator: a status and a note to save. Why a creator was recommended stays. */
export interface Review {
  /** The creator's id. */
  creator: string;
  status: ListStatus;
  /** The item's note with the client's remark behind it; null when there is no remark. */
  note: string | null;
}

export interface ReviewResult {
  reviews: Review[];
  /** Rows that say something that is not understood, or of nobody on the list. */
  problems: { row: number; text: string }[];
}

const yes = /^(✓|✔|√|v|y|yes|ok|是|通过|同意|可|可以|approved)$/i;
const no = /^(✗|✘|×|x|n|no|否|不|不通过|否决|拒绝|rejected)$/i;
const unsure = /^(\?|？|待定|maybe|再看)$/i;

/**
 * Reads the answers of a returned sheet: the columns of keys and of answers are found by their heads, in
 * either language, wherever they stand; `onList` has the creators by what their rows are marked with. An answer is ✓, ✗ or ?, alone or with a reason after it.
 */
export function readReview(rows: readonly (readonly unknown[])[], heads: { key: string[]; answer: string[] }, onList: ReadonlyMap<string, OnList>): ReviewResult {
  const head = (rows[0] ?? []).map((cell) => text(cell));
  const keyAt = head.findIndex((cell) => heads.key.includes(cell));
  const answerAt = head.findIndex((cell) => heads.answer.includes(cell));
  if (keyAt < 0 || answerAt < 0) {
    return { reviews: [], problems: [{ row: 1, text: [heads.key[0], heads.answer[0]].join(', ') }] };
  }
  const result: ReviewResult = { reviews: [], problems: [] };
  rows.slice(1).forEach((cells, i) => {
    const row = i + 2;
    const key = text(cells[keyAt]);
    const answer = text(cells[answerAt]);
    if (key === '' || answer === '') return;
    const item = onList.get(key);
    if (!item) {
      result.problems.push({ row, text: key });
      return;
    }
    const [, word = '', reason = ''] = /^(\S+?)(?:[\s:：,，。、]+(.*))?$/s.exec(answer) ?? [];
    const status = yes.test(word) ? 'APPROVED' : no.test(word) ? 'REJECTED' : unsure.test(word) ? 'SHORTLISTED' : null;
    if (!status) result.problems.push({ row, text: answer });
    else result.reviews.push({ creator: item.id, status, note: withRemark(item.note, reason.trim()) });
  });
  return result;
}

/** A remark behind what was noted before, once however often the same sheet comes back. */
function withRemark(note: string | null, remark: string): string | null {
  if (remark === '') return null;
  return note?.includes(remark) ? note : [note, remark].filter(Boolean).join('; ');
}

function text(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}

/** The changes that a review asks for. */
export function reviewItems(reviews: readonly Review[]): ListItemInput[] {
  return reviews.map(({ creator, status, note }) => ({
    creator,
    status,
    ...(note !== null && { note }),
  }));
}
