/** Characters to keep, characters to leave out, and what stands in their place; over and over. */
type News = (number | string)[];

/** What each element was last sent, by property. */
const texts = new WeakMap<Element, Map<string, string>>();
const PIECE = /<[^>]*>|[^<]+/g;

/**
 * Shows what the server sends of an element: HTML, or a property of a component as JSON; a whole text, or what differs
 * from the last.
 */
export function show(element: Element, property: string, news: string | News): void {
  const known = texts.get(element) ?? new Map<string, string>();
  texts.set(element, known);
  const before = known.get(property) ?? '';
  const text = typeof news === 'string' ? news : renewed(before, news);
  known.set(property, text);
  if (property !== 'innerHTML') Object.assign(element, { [property]: JSON.parse(text) });
  else if (typeof news === 'string' || !amend(element, before, text)) element.innerHTML = text;
}

function renewed(text: string, news: News): string {
  let result = '';
  let at = 0;
  for (let i = 0; i < news.length; i += 3) {
    const [kept, gone, instead] = news.slice(i, i + 3) as [number, number, string];
    result += text.slice(at, at + kept) + instead;
    at += kept + gone;
  }
  return result + text.slice(at);
}

/** Changes texts and attributes alone; false where `after` is built otherwise than what stands there. */
function amend(element: Element, before: string, after: string): boolean {
  const [old, now] = [before.match(PIECE) ?? [], after.match(PIECE) ?? []];
  if (old.length !== now.length) return false;
  const nodes = within(element);
  const changes: [Node, string, string][] = [];
  let count = 0;
  for (const [i, is] of now.entries()) {
    const was = old[i]!;
    const node = is.startsWith('</') ? null : nodes[count++];
    if (was === is) continue;
    if (!node || node instanceof SVGElement || name(was) !== name(is) || node instanceof Element !== is.startsWith('<'))
      return false;
    changes.push([node, was, is]);
  }
  if (count !== nodes.length) return false;
  for (const [node, was, is] of changes) {
    if (node instanceof Element) setAttributes(node, parsed(was).firstElementChild!, parsed(is).firstElementChild!);
    else node.nodeValue = parsed(is).textContent;
  }
  return true;
}

/** Elements and texts in their order, without what the page itself has put there. */
function within(element: Element): Node[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof HTMLElement && node.dataset['ours'] !== undefined
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** A tag's name; nothing of a text. */
function name(piece: string): string {
  return /^<[^\s>/]*/.exec(piece)?.[0] ?? '';
}

function parsed(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** Sets what differs between two tags: an attribute that the page has changed itself stays as it is. */
function setAttributes(element: Element, was: Element, is: Element): void {
  for (const { name } of was.attributes) if (!is.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of is.attributes) if (was.getAttribute(name) !== value) element.setAttribute(name, value);
}

Object.assign(window, { chainrule: { show } });
