import { type Claims, Stage, same } from './claims.js';
import { type Field, ValueField } from './value-field.js';

const FIELD: Field = { q: 'lr', text: '0.1', aria: 'learning rate α', label: 'α', error: null };

function staged(change: Partial<Field> = {}): Promise<Stage<ValueField>> {
  return Stage.of(new ValueField(), { field: { ...FIELD, ...change } });
}

export const claims: Claims = {
  'the name is for the eye and the accessible name for the ear': async () => {
    const stage = await staged();
    same(stage.find('.name').textContent, 'α');
    same(stage.input('lr').getAttribute('aria-label'), 'learning rate α');
    same(stage.input('lr').value, '0.1');
  },

  'its name leads into it': async () => {
    const stage = await staged();
    stage.find('.name').click();
    same(document.activeElement === stage.input('lr'), true);
  },

  'its change since the pin stands beside it, where it changed': async () => {
    const stage = await staged({ delta: '+0.05' });
    same(stage.find('.delta').textContent, '+0.05');
    await stage.set({ field: FIELD });
    same(stage.component.querySelector('.delta'), null);
  },

  'a long number is written smaller': async () => {
    const stage = await staged({ text: '0.1234567' });
    same(stage.input('lr').classList.contains('long'), true);
    await stage.set({ field: { ...FIELD, text: '0.5' } });
    same(stage.input('lr').classList.contains('long'), false);
  },

  'an entry without effect is shown as the server reads it': async () => {
    const stage = await staged();
    stage.input('lr').focus();
    await window.write('.1');
    await window.press('Enter');
    same(stage.input('lr').value, '.1');
    await stage.set({ field: { ...FIELD } });
    same(stage.input('lr').value, '0.1');
  },

  'Enter stays, since there is nowhere to go, with the text selected': async () => {
    const stage = await staged();
    const input = stage.input('lr');
    input.focus();
    await window.write('0.25');
    await window.press('Enter');
    same(document.activeElement === input, true);
    same([input.selectionStart, input.selectionEnd], [0, 4]);
  },

  'arrows without a way out are left to the text': async () => {
    const stage = await staged();
    const input = stage.input('lr');
    input.focus();
    await window.press('ArrowRight');
    same([input.selectionStart, input.selectionEnd], [3, 3]);
  },
};
