// Before the first paint: the language and the theme that were chosen last, or the system's. The words of the language
// are loaded beside the page's script, which asks for them when it runs.
(() => {
  const read = (name) => {
    try {
      return localStorage.getItem('creatorgraph.' + name);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const search = new URLSearchParams(location.search);
  const language = search.get('lang') || read('language') || navigator.language;
  root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';
  root.dataset.theme =
    read('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  if (search.has('embed')) root.dataset.embedded = '';
  const { en, zh } = document.currentScript.dataset; // not there before the build
  if (en) {
    const words = Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href: root.lang === 'en' ? en : zh });
    document.head.append(words);
  }

  // The search of the bar is reached by its key, and knows whether an input method composes, before the explorer is there.
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    const shown = [...document.querySelectorAll('header [role=combobox]')].find((input) => input.offsetParent);
    shown?.focus();
    shown?.select();
  });
  for (const type of ['compositionstart', 'compositionend'])
    addEventListener(type, () => document.getElementById('painted')?.toggleAttribute('data-composing', type === 'compositionstart'), true);
})();
