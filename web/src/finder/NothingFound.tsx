import { useAsk } from '../api/ask';
import { FindCreators } from '../api/generated/documents';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Empty } from '../ui/State';
import { conditionTitle } from './naming';
import { conditionsOf, filterOf, without, type Condition, type FinderSearch } from './search';

/** Nobody fits: which condition is to blame, and one press to take it back. */
export function NothingFound({ search, onChange }: { search: FinderSearch; onChange: (next: FinderSearch) => void }) {
  const { t } = useSettings();
  return (
    <Empty
      title={t('nothingFound')}
      actions={conditionsOf(search).map((condition) => (
        <Without key={condition} search={search} condition={condition} onChange={onChange} />
      ))}
    />
  );
}

function Without({ search, condition, onChange }: { search: FinderSearch; condition: Condition; onChange: (next: FinderSearch) => void }) {
  const { t, format } = useSettings();
  const { data } = useAsk(FindCreators, { filter: filterOf(search, condition), first: 0 });
  if (!data?.creators.totalCount) return null;
  return (
    <Button onPress={() => onChange(without(search, condition))}>
      {`${t('without', t(conditionTitle[condition]))}: ${format.whole(data.creators.totalCount)}`}
    </Button>
  );
}
