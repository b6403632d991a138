import { watchConnection } from './connection.js';
import { rememberedTheme, showTheme } from './theme.js';

showTheme(rememberedTheme());

/** To be called once the page stands. */
export function settle(): void {
  watchConnection();
}
