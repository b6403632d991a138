const WAYS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/** Tabs of which one is open: the arrow keys, Home and End move among them and open them. */
export class SidePanel extends HTMLElement {
  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.onKey(event));
  }

  private onKey(event: KeyboardEvent): void {
    const way = WAYS[event.key];
    const target = event.target as HTMLElement;
    if (!way || target.role !== 'tab' || event.ctrlKey || event.metaKey || event.altKey) return;
    const tabs = [...this.querySelectorAll<HTMLElement>('[role=tab]')];
    const here = tabs.indexOf(target);
    const there = Number.isFinite(way) ? (here + way + tabs.length) % tabs.length : way < 0 ? 0 : tabs.length - 1;
    tabs[there]!.focus();
    tabs[there]!.click();
    event.preventDefault();
  }
}

customElements.define('side-panel', SidePanel);
