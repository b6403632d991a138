/** What the page paints and a picture of its own has to say itself. */
const PAINT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity'];
const TYPE = ['paint-order', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'];
/** As SVG has them where nothing is said. */
const USUAL: Record<string, string> = {
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  opacity: '1',
  'paint-order': 'normal',
  'font-style': 'normal',
  'text-anchor': 'start',
};
/** For the hand and the eye on the page only. */
const LEFT_OUT = '.control, .runs, .hit, .ring, .quiet, foreignObject';
const KEPT = /^(viewBox|width|height|[xy][12]?|d|d[xy]|r|[cr][xy]|points|transform|style)$/;
/** What XML 1.0 has no place for, not even escaped; half of a pair of code units among it. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const SHARPNESS = 2;
const MOST_PIXELS = 8192;

/** The drawing as a document of its own, in the light theme's colours, without what is there to be pressed. */
export function svg(drawing: SVGSVGElement, title: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const mark of copy.querySelectorAll(LEFT_OUT)) mark.remove();
  for (const mark of copy.querySelectorAll('.selected')) mark.classList.remove('selected');
  inLight(() => {
    drawing.after(copy);
    style(copy);
    copy.remove();
  });
  bare(copy);
  dense(copy);
  const { width, height } = copy.viewBox.baseVal;
  copy.setAttribute('width', `${width}`);
  copy.setAttribute('height', `${height}`);
  const name = document.createElementNS(copy.namespaceURI, 'title');
  name.textContent = title;
  copy.prepend(name);
  const xml = new XMLSerializer().serializeToString(copy).replace(NOT_XML, '\ufffd');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

/** The same as a picture of twice as many pixels, on white, with the page's own fonts. */
export async function png(source: string): Promise<Blob> {
  const fonts = await Promise.all([
    font('Inter', 'fonts/inter.woff2'),
    font('STIX Two Math', 'fonts/stix-two-math.woff2'),
  ]);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(
    source.replace('</title>', `</title><style>${fonts.join('')}</style>`),
  )}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(blob)), 'image/png'));
}

/** Nothing of it is painted: the theme is back before the browser paints again. */
function inLight(work: () => void): void {
  const { theme } = document.documentElement.dataset;
  document.documentElement.dataset['theme'] = 'light';
  work();
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}

/** Says of each element what the page's style sheets make of it, and leaves out what they hide. */
function style(copy: SVGSVGElement): void {
  const elements = [...copy.querySelectorAll<SVGElement>('*')];
  const looks = elements.map(look);
  elements.forEach((element, i) => {
    const look = looks[i];
    if (!look) {
      element.remove();
      return;
    }
    bare(element);
    for (const [name, value] of look)
      if (value !== USUAL[name]) element.setAttribute(name, value.replace(/\b(\d[\d.]*)px/g, '$1'));
    if (element.matches('text')) element.setAttribute('style', 'font-variant-numeric: tabular-nums');
  });
}

/** The values of an element's styles; null where it cannot be seen. */
function look(element: SVGElement): (readonly [string, string])[] | null {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return null;
  const named = element.matches('text, tspan') ? [...PAINT, ...TYPE] : element.matches('g') ? ['opacity'] : PAINT;
  return named.map((name) => [name, style.getPropertyValue(name)] as const);
}

/** Without what only the page needs: roles, addresses, classes. */
function bare(element: Element): void {
  for (const name of element.getAttributeNames()) if (!KEPT.test(name)) element.removeAttribute(name);
}

/** Without Lit's comments and the white space between elements. */
function dense(copy: SVGSVGElement): void {
  const nodes = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode())
    if (node instanceof Comment || !node.textContent!.trim()) (node as CharacterData).remove();
}

async function font(family: string, file: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(new URL(file, document.baseURI))).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `@font-face{font-family:"${family}";font-weight:100 900;src:url(data:font/woff2;base64,${btoa(text)})}`;
}
