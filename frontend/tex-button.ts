import { type Part, tell } from './events.js';

/** The one button that copies a formula's LaTeX: it stands at the formula of the step panel that is pointed at or has the focus. */
const button = Object.assign(document.createElement('button'), {
  type: 'button',
  className: 'tex',
  textContent: 'TeX',
});
button.dataset['ours'] = '';
const PARTS = '.step .content, .step .inputs, .step .selected';
const NAMED: Part[] = ['inputs', 'selected'];

button.addEventListener('click', () => {
  const formula = button.previousElementSibling!;
  const part = formula.closest<HTMLElement>(PARTS)!;
  tell(part, 'cr-copies', {});
  tell(part, 'cr-tex', {
    part: NAMED.find((name) => part.classList.contains(name)) ?? 'step',
    number: [...part.querySelectorAll('.eq')].indexOf(formula),
  });
});

function offer(event: Event): void {
  const target = event.target as Element;
  const formula = target.closest<HTMLElement>('.step .eq');
  const here = button.previousElementSibling;
  const focused = [button, here].find((each) => each === document.activeElement);
  const held = focused && (!formula || focused.matches(':focus-visible'));
  if (target === button || formula === here || (held && event.type === 'pointerover')) return;
  button.remove();
  if (!formula) return;
  const name = formula.closest<HTMLElement>('.step')!.dataset['tex']!;
  button.title = name;
  button.ariaLabel = name;
  formula.after(button);
  button.style.top = `${formula.offsetTop + formula.offsetHeight / 2}px`;
}

document.addEventListener('pointerover', offer);
document.addEventListener('focusin', offer);
