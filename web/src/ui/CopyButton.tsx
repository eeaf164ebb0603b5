import { useEffect, useState } from 'react';

import { useSettings } from '../shell/settings';
import { Button } from './Button';

/** Copies a text and says so. Without a label it says "Copy". */
export function CopyButton({ text, label, title }: { text: () => string; label?: string; title?: string }) {
  const { t } = useSettings();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 1_600);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Button
      look={label ? 'plain' : 'quiet'}
      icon={isCopied ? 'check' : 'copy'}
      aria-label={title}
      onPress={() => {
        void navigator.clipboard.writeText(text()).then(() => setCopied(true));
      }}
    >
      {label ?? (isCopied ? t('copied') : t('copy'))}
      {label && isCopied && <span role="status">{t('copied')}</span>}
    </Button>
  );
}
