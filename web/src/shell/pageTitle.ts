import { useEffect } from 'react';

import { useSettings } from './settings';

/** Names the browser's tab after what the page is about, so that tabs, bookmarks and the history tell pages apart. */
export function usePageTitle(title: string) {
  const { t } = useSettings();
  const product = t('product');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
    return () => {
      document.title = product;
    };
  }, [title, product]);
}
