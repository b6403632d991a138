/** How Flow's client reaches the server. */
interface Store {
  state: string;
  addStateChangeListener(listener: (before: string, now: string) => void): void;
}

interface Client {
  Vaadin?: { connectionState?: Store };
}

/** Milliseconds after which an answer is waited for in sight. */
const SLOW = 450;
const AWAY = ['reconnecting', 'connection-lost'];
/** Something small that the server has, and milliseconds until it is asked for again. */
const PROBE = 'favicon.svg';
const AGAIN = 1000;

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
  // Flow's client resends what was not answered, but keeps saying that it reconnects until it has something new to send.
  const probe = async (): Promise<void> => {
    const answers = await fetch(PROBE, { method: 'HEAD', cache: 'no-store' }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (!AWAY.includes(store.state)) return;
    if (answers) store.state = 'connected';
    else waiting = window.setTimeout(probe, AGAIN);
  };
  const show = (state: string): void => {
    clearTimeout(waiting);
    if (state !== 'loading' && line.classList.contains('slow')) line.classList.remove('slow');
    if (AWAY.includes(state)) {
      line.textContent = document.documentElement.dataset['away'] ?? '';
      waiting = window.setTimeout(probe, AGAIN);
    } else if (state === 'connected' && line.firstChild) line.textContent = '';
    else if (state === 'loading') waiting = window.setTimeout(() => line.classList.add('slow'), SLOW);
  };
  store.addStateChangeListener((_, now) => show(now));
  show(store.state);
}
