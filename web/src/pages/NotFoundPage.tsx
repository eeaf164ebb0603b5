import { Link } from '@tanstack/react-router';

import { usePageTitle } from '../shell/pageTitle';
import { useSettings } from '../shell/settings';
import { Empty } from '../ui/State';

/** An address that is no page. */
export function NotFoundPage() {
  const { t } = useSettings();
  usePageTitle(t('notFound'));
  return (
    <Empty isPage title={t('notFound')} actions={<Link to="/">{t('backHome')}</Link>}>
      {t('notFoundText')}
    </Empty>
  );
}
