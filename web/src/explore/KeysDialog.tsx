import { useSettings } from '../shell/settings';
import { Dialog } from '../ui/Dialog';
import { Facts } from '../ui/Facts';

/** The keys of the canvas. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useSettings();
  const key = (text: string) => <kbd>{text}</kbd>;
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <Facts
        facts={[
          [t('keyArrows'), key('← ↑ → ↓')],
          [t('keyShiftArrows'), key('⇧ ← ↑ → ↓')],
          [t('keyEnter'), key('Enter')],
          [t('keySpace'), key('Space')],
          [t('keyBackspace'), key('Backspace')],
          [t('keyE'), key('E')],
          [t('keyH'), key('H')],
          [t('keyF'), key('F')],
          [t('keyZoom'), key('+ −')],
          [t('keyUndo'), key('⌘Z ⇧⌘Z')],
          [t('keyEscape'), key('Esc')],
          [t('keySearch'), key('⌘K')],
        ]}
      />
    </Dialog>
  );
}
