import type { Plugin } from 'vite';

/**
 * react-aria asks Intl, as soon as it is loaded, whether the browser knows its own language, which reads the rules of
 * every locale: a tenth of a second before the page does anything. Whether the tag is well-formed does as well there.
 */
export function lightLocale(): Plugin {
  const costly = 'Intl.DateTimeFormat.supportedLocalesOf([';
  let isFound = false;
  return {
    name: 'light-locale',
    apply: 'build',
    transform(code, id) {
      if (!/useDefaultLocale\.m?js$/.test(id)) return;
      isFound ||= code.includes(costly);
      return { code: code.replace(costly, 'Intl.getCanonicalLocales(['), map: null };
    },
    buildEnd(error) {
      if (!error && !isFound) this.error('react-aria does not ask for supportedLocalesOf any more: take this plug-in out');
    },
  };
}
