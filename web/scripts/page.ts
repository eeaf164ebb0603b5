import type { Plugin } from 'vite';

import { navigation } from '../src/shell/navigation';
import { words as english } from '../src/text/en';
import { words as chinese } from '../src/text/zh';

/**
 * Completes index.html: the bar in both languages, which is painted and takes text before any script has run,
 * and what to load early. public/start.js says which language shows, and loads the words of it; src/shell/painted.ts hands over to
 * the explorer.
 */
export function page(): Plugin {
  return {
    name: 'page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const filled = html.replace('<!-- bar -->', bar('en', english) + bar('zh-CN', chinese));
        if (!bundle) return filled;
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
        const of = (module: string) => {
          const chunk = chunks.find((c) => c.facadeModuleId?.endsWith(module));
          if (!chunk) throw new Error(`the build has no chunk of ${module}`);
          return chunk;
        };
        const app = of('/src/app.tsx');
        const needed = chunks.filter((c) => c === app || app.imports.includes(c.fileName));
        const scripts = needed.map((c) => c.fileName);
        const styles = needed.flatMap((c) => [...(c.viteMetadata?.importedCss ?? [])]);
        return {
          html: filled.replace('<script src="/start.js"', `<script src="/start.js" data-en="/${of('/text/en/index.ts').fileName}" data-zh="/${of('/text/zh/index.ts').fileName}"`),
          tags: [
            ...scripts.filter((name) => !html.includes(name)).map((name) => link('modulepreload', name)),
            ...styles.filter((name) => !html.includes(name)).map((name) => link('stylesheet', name)),
          ],
        };
      },
    },
  };
}

function link(rel: string, name: string) {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `/${name}` }, injectTo: 'head' as const };
}

/** What src/shell/Shell.tsx shows in a language, as far as it needs no script. */
function bar(language: string, words: Record<keyof typeof english, unknown>): string {
  const links = navigation.map(({ to, text }) => `<a class="Shell-link" href="${to}">${String(words[text])}</a>`).join('');
  return (
    `<div class="Shell-first" lang="${language}"><header class="Shell-bar">` +
    `<span class="Shell-brand"><img src="/icon.svg" alt="" width="20" height="20"><span class="Shell-wordmark">${String(words.product)}</span></span>` +
    `<nav class="Shell-nav" aria-label="${String(words.mainNavigation)}">${links}</nav>` +
    `<div class="Shell-search"><div class="SearchBox-box"><div class="SearchBox-field">` +
    `<input class="SearchBox-input" role="combobox" aria-label="${String(words.search)}" aria-expanded="false" aria-haspopup="listbox" aria-autocomplete="list" placeholder="${String(words.searchPlaceholder)}" spellcheck="false" autocomplete="off">` +
    `</div></div></div>` +
    `</header></div>`
  );
}
