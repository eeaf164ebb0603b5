import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';

import { composed } from './shell/painted';
import { loadWords } from './text/catalogue';

// The bar stands in the page's HTML (scripts/page.ts) and is painted before the rest, whose scripts take longer to
// start than to load. A page that is not shown paints nothing and need not wait.
const painted = new Promise<void>((done) => {
  if (document.hidden) done();
  else requestAnimationFrame(() => setTimeout(done));
});

void painted.then(async () => {
  const [{ start }, words] = await Promise.all([
    import('./app'),
    loadWords(document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'),
  ]);
  await composed();
  start(words);
});
