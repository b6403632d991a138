/** Characters to keep, characters to leave out, and what stands in their place; over and over. */
type News = (number | string)[];

/** What an element was last sent of a property; `pieces` are its tags and texts, once they were needed. */
interface Known {
  text: string;
  pieces: string[] | null;
}

const known = new WeakMap<Element, Map<string, Known>>();
const PIECE = /<[^>]*>|[^<]+/g;
/** A tag's name, or one of its attributes: the server writes all values between double quotes. */
const PART = /([^\s"=<>/]+)(?:="([^"]*)")?/g;

/**
 * Shows what the server sends of an element: HTML, or a property of a component as JSON; a whole text, or what differs
 * from the last.
 */
export function show(element: Element, property: string, news: string | News): void {
  const properties = known.get(element) ?? new Map<string, Known>();
  known.set(element, properties);
  const before = properties.get(property) ?? { text: '', pieces: null };
  const after = { text: typeof news === 'string' ? news : renewed(before.text, news), pieces: null };
  properties.set(property, after);
  if (property !== 'innerHTML') Object.assign(element, { [property]: JSON.parse(after.text) });
  else if (typeof news === 'string' || !amend(element, before, after)) element.innerHTML = after.text;
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
function amend(element: Element, before: Known, after: Known): boolean {
  const [old, now] = [pieces(before), pieces(after)];
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
    if (node instanceof Element) setAttributes(node, attributes(was), attributes(is));
    else node.nodeValue = decoded(is);
  }
  return true;
}

function pieces(of: Known): string[] {
  of.pieces ??= of.text.match(PIECE) ?? [];
  return of.pieces;
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

/** A tag's attributes by their names. */
function attributes(tag: string): Map<string, string> {
  const [, ...parts] = tag.matchAll(PART);
  return new Map(parts.map(([, name, value]) => [name!, decoded(value ?? '')]));
}

/** A text as it is read: a parser is asked only where a sign is written otherwise than it is. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  const template = document.createElement('template');
  template.innerHTML = text;
  return template.content.textContent;
}

/** Sets what differs between two tags: an attribute that the page has changed itself stays as it is. */
function setAttributes(element: Element, was: Map<string, string>, is: Map<string, string>): void {
  for (const name of was.keys()) if (!is.has(name)) element.removeAttribute(name);
  for (const [name, value] of is) if (was.get(name) !== value) element.setAttribute(name, value);
}

Object.assign(window, { chainrule: { show } });
