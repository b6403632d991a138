import { type Claims, same } from './claims.js';
import { show } from './sent.js';

/** An element on the page that was sent `html`. */
function sent(html: string): HTMLElement {
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  show(element, 'innerHTML', html);
  return element;
}

export const claims: Claims = {
  'a number that changes is changed in its place, and what stands around it stays': () => {
    const element = sent('<p data-q="J">0.47</p><details open><summary>more</summary></details>');
    const [text, details] = [element.firstChild!.firstChild!, element.querySelector('details')!];
    details.open = false;
    show(element, 'innerHTML', [14, 4, '0.4607']);
    same(element.innerHTML, '<p data-q="J">0.4607</p><details><summary>more</summary></details>');
    same([text === element.firstChild!.firstChild, details.isConnected], [true, true]);
  },

  'attributes follow, and go where they are no more': () => {
    const element = sent('<math><mn title="0.3" class="a">0.30</mn></math>');
    const number = element.querySelector('mn')!;
    show(element, 'innerHTML', [17, 3, '0.25', 1, 10, '', 1, 4, '0.25']);
    same(element.innerHTML, '<math><mn title="0.25">0.25</mn></math>');
    same(number.isConnected, true);
  },

  'an attribute may have no value, or one that HTML writes otherwise': () => {
    const element = sent('<p class="a" hidden title="x/y=1">1</p>');
    const paragraph = element.querySelector('p')!;
    show(element, 'innerHTML', [27, 5, '1 &lt; 2 &gt; &quot;0&quot; &amp;amp;', 2, 1, '2']);
    same([paragraph.title, paragraph.textContent, paragraph.hidden], ['1 < 2 > "0" &amp;', '2', true]);
    show(element, 'innerHTML', [12, 7, '']);
    same(paragraph.getAttributeNames(), ['class', 'title']);
    same(paragraph.isConnected, true);
  },

  'signs that HTML writes otherwise are read': () => {
    const element = sent('<b>1 &lt; 2</b>');
    show(element, 'innerHTML', [3, 1, '0']);
    same(element.textContent, '0 < 2');
  },

  'what is built otherwise is built anew': () => {
    const element = sent('<b>1</b>');
    show(element, 'innerHTML', [1, 1, 'i', 4, 1, 'i']);
    same(element.innerHTML, '<i>1</i>');
    show(element, 'innerHTML', [8, 0, '<p>2</p>']);
    same(element.innerHTML, '<i>1</i><p>2</p>');
  },

  'a part that the page has put there itself is not counted': () => {
    const element = sent('<b>1</b><i>2</i>');
    const button = Object.assign(document.createElement('button'), { textContent: 'TeX' });
    button.dataset['ours'] = '';
    element.firstChild!.after(button);
    show(element, 'innerHTML', [11, 1, '3']);
    same(element.innerHTML, '<b>1</b><button data-ours="">TeX</button><i>3</i>');
  },

  'where the page has changed what stands there, it is built anew': () => {
    const element = sent('<b>1</b><i>2</i>');
    element.firstChild!.remove();
    show(element, 'innerHTML', [11, 1, '3']);
    same(element.innerHTML, '<b>1</b><i>3</i>');
  },

  'a property of a component is an object again': () => {
    const element = document.createElement('div') as HTMLElement & { field?: { text: string; errors: unknown } };
    show(element, 'field', '{"text":"0.30","errors":{}}');
    same(element.field, { text: '0.30', errors: {} });
    const first = element.field;
    show(element, 'field', [9, 4, '0.31']);
    same(
      [element.field, first],
      [
        { text: '0.31', errors: {} },
        { text: '0.30', errors: {} },
      ],
    );
  },
};
