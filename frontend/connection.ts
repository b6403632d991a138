/** How Flow's client reaches the server. */
interface Store {
  readonly state: string;
  addStateChangeListener(listener: (before: string, now: string) => void): void;
}

interface Client {
  Vaadin?: { connectionState?: Store };
}

/** Milliseconds after which an answer is waited for in sight. */
const SLOW = 450;
const AWAY = ['reconnecting', 'connection-lost'];

/**
 * Says in the page's own language that the server is away, or shows that an answer takes long; no longer than it is so.
 * It stands in the place of Flow's indicator, which opens a popover with every request and so has the page styled twice.
 */
export function watchConnection(): void {
  const store = (window as Client).Vaadin?.connectionState;
  const theirs = document.querySelector('vaadin-connection-indicator');
  if (!store || !theirs) return;
  theirs.remove();
  const line = document.createElement('p');
  line.className = 'connection';
  line.setAttribute('role', 'status');
  document.body.append(line);
  let waiting = 0;
  const show = (state: string): void => {
    clearTimeout(waiting);
    if (state !== 'loading' && line.classList.contains('slow')) line.classList.remove('slow');
    if (AWAY.includes(state)) line.textContent = document.documentElement.dataset['away'] ?? '';
    else if (state === 'connected' && line.firstChild) line.textContent = '';
    else if (state === 'loading') waiting = window.setTimeout(() => line.classList.add('slow'), SLOW);
  };
  store.addStateChangeListener((_, now) => show(now));
  show(store.state);
}
