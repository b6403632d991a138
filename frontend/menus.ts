/** The page's menus, <details class="menu">: a choice, Escape or a click elsewhere closes them, arrow keys move in them. */
const OPEN = 'details.menu[open]';
const ITEMS = 'a[href], button:not([disabled]), select, input:not([hidden])';

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN))
    if (!menu.contains(target)) menu.open = false;
    else if (target.closest('.menu-body :is(a, button)')) shut(menu);
});

/** The focus goes back to what opened it, unless what was chosen takes it. */
function shut(menu: HTMLDetailsElement): void {
  const within = menu.contains(document.activeElement);
  menu.open = false;
  if (within) menu.querySelector('summary')!.focus();
}

document.addEventListener(
  'keydown',
  (event) => {
    const target = event.target as Element;
    const menu = target.closest<HTMLDetailsElement>(OPEN);
    if (!menu || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') {
      shut(menu);
    } else if (way && !target.matches('select, input')) {
      const items = [...menu.querySelectorAll<HTMLElement>(`summary, ${ITEMS}`)];
      items[(items.indexOf(target as HTMLElement) + way + items.length) % items.length]!.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  },
  { capture: true },
);
