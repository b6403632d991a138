const KEY = 'chainrule.present';
/** What a step has to show, as far as it may be below the window. */
const CONTENT = '.step .content, .step .update, .step .dock > .box, [role=tabpanel]:not(.step) > *';
/** Of a window's height; what is cut off at its end is seen whole after the move. */
const PAGE = 0.8;

/** Whether this tab presents: a reload goes on with it. */
export function isPresenting(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function rememberPresenting(presenting: boolean): void {
  try {
    if (presenting) sessionStorage.setItem(KEY, '');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage a reload ends the presentation.
  }
}

/** Moves the window on in what is presented, or back; false where there is no more of it. */
export function turn(page: HTMLElement, way: 1 | -1): boolean {
  const bottoms = [...page.querySelectorAll(CONTENT)].map((part) => part.getBoundingClientRect().bottom);
  const more = way > 0 ? Math.max(0, ...bottoms) - innerHeight : scrollY;
  if (more < 2) return false;
  const before = scrollY;
  scrollBy({ top: way * Math.min(more + 12, PAGE * innerHeight), behavior: 'instant' });
  return scrollY !== before;
}

/** Whether no step comes after the present one on this way. */
export function isLastStep(page: HTMLElement, way: 1 | -1): boolean {
  const steps = page.querySelectorAll('.steps > button:not([hidden])');
  return steps[way > 0 ? steps.length - 1 : 0]?.ariaCurrent === 'step';
}
