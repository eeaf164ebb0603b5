import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';

import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Problem } from '../ui/Problem';
import { readSheet } from './exportSheet';
import type { List } from './ListPage';
import { reviewItems, type ReviewResult } from './review';
import { useWrite } from './useWrite';
import { saveItems } from './write';

/** Takes a submission sheet that came back and saves the client's answers, by key. */
export function MergeReview({ list }: { list: List }) {
  const { t, format } = useSettings();
  const { isRunning, error, run } = useWrite();
  const [result, setResult] = useState<ReviewResult | null>(null);
  const merge = (file: File) =>
    run(async () => {
      const read = await readSheet(file, list);
      if (read.reviews.length > 0) await saveItems(list.id, reviewItems(read.reviews));
      setResult(read);
    });
  return (
    <>
      <FileTrigger acceptedFileTypes={['.xlsx']} onSelect={(files) => files?.[0] && merge(files[0])}>
        <Button isDisabled={isRunning}>{t('mergeReview')}</Button>
      </FileTrigger>
      {error && <Problem error={error} />}
      {result && (
        <Dialog title={t('mergeReview')} onClose={() => setResult(null)}>
          <p role="status">{t('reviewMerged', format.whole(result.reviews.length))}</p>
          <ul>
            {result.problems.map(({ row, text }) => (
              <li key={row}>{t('reviewProblem', format.whole(row), text)}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
