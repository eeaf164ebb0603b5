/** The bar that the page's HTML brings (scripts/page.ts): it takes text and focus before the explorer is there. */
const painted = () => document.getElementById('painted');

/** Resolves once no input method composes in the painted bar: what is composed would be lost with its input. */
export function composed(): Promise<void> {
  return new Promise((done) => {
    const bar = painted();
    if (!bar?.hasAttribute('data-composing')) done();
    else bar.addEventListener('compositionend', () => setTimeout(done), { once: true });
  });
}

/** Takes the painted bar away; what was typed there, and the focus, go on in an input of the explorer. */
export function takeOver(input: HTMLInputElement) {
  const typed = [...(painted()?.querySelectorAll('input') ?? [])].find((i) => i.value !== '' || i === document.activeElement);
  const isFocused = typed !== undefined && typed === document.activeElement;
  if (typed) input.value = typed.value;
  painted()?.remove();
  if (isFocused) input.focus();
}
