import { rememberedTheme, showTheme } from './theme.js';

showTheme(rememberedTheme());

/** To be called once the page stands: a live region need not stand in a landmark. */
export function settle(): void {
  document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status');
}
