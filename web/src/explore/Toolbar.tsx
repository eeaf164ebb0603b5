import { useState } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';

import type { CanvasHandle } from '../graph/GraphCanvas';
import { canRedo, canUndo } from '../scene/scene';
import { longLink, SceneButtons } from '../scenes/SceneButtons';
import type { Styling } from '../scene/style';
import { useSettings } from '../shell/settings';
import { IconButton, IconToggle } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';
import styles from './Toolbar.module.css';
import type { Explorer } from './useExplorer';
import { useExports } from './useExports';

export type View = 'graph' | 'table' | 'both';

/** Above the canvas: history, view, lasso, links, exports. */
export function Toolbar({ explorer, styling, canvas, view, onView, isLasso, onLasso, onKeys }: { explorer: Explorer; styling: Styling; canvas: () => CanvasHandle | null; view: View; onView: (view: View) => void; isLasso: boolean; onLasso: (isOn: boolean) => void; onKeys: () => void }) {
  const { t } = useSettings();
  const { history, scene } = explorer;
  const exports = useExports(explorer, styling);
  const [copied, setCopied] = useState('');
  const [isSaving, setSaving] = useState(false);
  const isEmpty = scene.nodes.size === 0;

  const copy = (content: string, told: string) => {
    void navigator.clipboard.writeText(content).then(() => {
      setCopied(told);
      setTimeout(() => setCopied(''), 2_000);
    });
  };
  // What is too long for a link is saved, and has a short one.
  const copyLink = () => {
    if (window.location.href.length > longLink) setSaving(true);
    else copy(window.location.href, t('linkCopied'));
  };
  const copyEmbed = () => {
    const address = new URL(window.location.href);
    address.searchParams.set('embed', 'true');
    copy(`<iframe src="${address.href}" width="960" height="640" title="Creatorgraph"></iframe>`, t('copied'));
  };
  const told = (didFold: boolean) => {
    if (!didFold) explorer.setNotice({ type: 'nothingToFold' });
  };
  const openFile = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.onchange = () => {
      const file = input.files?.[0];
      if (!file) return;
      void file.text().then((text) => {
        let document: unknown = null;
        try {
          document = JSON.parse(text);
        } catch {
          // What is no JSON is no scene either, and is told as such.
        }
        return explorer.openDocument(document);
      });
    };
    input.click();
  };

  return (
    <AriaToolbar aria-label={t('toolbar')} className={styles['bar']!}>
      <IconButton icon="undo" label={t('undo')} shortcut="⌘Z" isDisabled={!canUndo(history)} onPress={explorer.undo} />
      <IconButton icon="redo" label={t('redo')} shortcut="⇧⌘Z" isDisabled={!canRedo(history)} onPress={explorer.redo} />
      <span className={styles['gap']} />
      <IconButton icon="fit" label={t('fit')} shortcut="F" isDisabled={isEmpty} onPress={() => canvas()?.fit()} />
      <IconButton icon="plus" label={t('zoomIn')} shortcut="+" isDisabled={isEmpty} onPress={() => canvas()?.zoom(true)} />
      <IconButton icon="minus" label={t('zoomOut')} shortcut="−" isDisabled={isEmpty} onPress={() => canvas()?.zoom(false)} />
      <IconButton icon="tidy" label={t('tidy')} isDisabled={isEmpty} onPress={() => void explorer.tidy()} />
      <span className={styles['gap']} />
      <IconToggle icon="lasso" label={t('lasso')} isSelected={isLasso} onChange={onLasso} isDisabled={isEmpty || view === 'table'} />
      <IconButton icon="links" label={t('linksAmong')} isDisabled={scene.nodes.size < 2} onPress={() => void explorer.addLinksAmong()} />
      <MenuButton
        isIconOnly
        icon="fold"
        label={t('fold')}
        actions={[
          { id: 'leaves', label: t('foldAllLeaves'), onAction: () => told(explorer.foldLeaves()), isDisabled: isEmpty },
          { id: 'communities', label: t('foldCommunities'), onAction: () => told(explorer.foldCommunities()), isDisabled: isEmpty },
          { id: 'open', label: t('unfoldAll'), onAction: () => explorer.unfold(), isDisabled: scene.folds.size === 0 },
        ]}
      />
      <span className={styles['gap']} />
      <IconToggle icon="graph" label={t('viewGraph')} isSelected={view === 'graph'} onChange={() => onView('graph')} />
      <IconToggle icon="table" label={t('viewTable')} isSelected={view === 'table'} onChange={() => onView('table')} />
      <IconToggle icon="list" label={t('viewBoth')} isSelected={view === 'both'} onChange={() => onView('both')} />
      <span className={styles['grow']} />
      <span role="status" className={styles['status']}>
        {copied || (explorer.isBusy && t('loading'))}
      </span>
      <SceneButtons explorer={explorer} isOpen={isSaving} onOpen={setSaving} />
      <IconButton icon="share" label={t('copyLink')} isDisabled={isEmpty} onPress={copyLink} />
      <MenuButton isIconOnly icon="download" label={t('export')} actions={[...exports, { id: 'embed', label: t('copyEmbed'), onAction: copyEmbed, isDisabled: isEmpty }, { id: 'open', label: t('openScene'), onAction: openFile }]} />
      <IconButton icon="more" label={t('keys')} shortcut="?" onPress={onKeys} />
    </AriaToolbar>
  );
}
