/** Builds DOM without markup strings: text is always text. */

type Child = Node | string | null | false;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Creates an element.
 *
 * @param attributes `true` sets an empty attribute; `false` and `null` leave it out
 * @param children nodes or text; `null` and `false` are skipped
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  applyAttributes(created, attributes);
  created.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return created;
}

/** The same for custom elements, whose type the DOM library does not know. */
export function customElement(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const created = document.createElement(tag);
  applyAttributes(created, attributes);
  created.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return created;
}

function applyAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Text in which `backticks` mark code, as in Markdown; everything else is text as it stands. */
export function withCode(text: string): readonly Node[] {
  return text.split('`').map((part, index, parts) =>
    // An odd part stands between two backticks; a last one without its partner is text.
    index % 2 === 1 && index < parts.length - 1 ? element('code', {}, part) : document.createTextNode(part),
  );
}

/** The label for a key, or the key itself, so that a missing translation is seen and nothing breaks. */
export function labelFrom(labels: Readonly<Record<string, string>>): (key: string) => string {
  return (key) => labels[key] ?? key;
}

/** Creates an SVG element; the same rules as `element`. */
export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const created = document.createElementNS('http://www.w3.org/2000/svg', tag);
  applyAttributes(created, attributes);
  created.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return created;
}

/** A link to an entry, with its summary as the tooltip. */
export function entryLink(target: { readonly id: string; readonly title: string; readonly summary: string }, open: (id: string) => void): HTMLElement {
  const created = element('a', { href: `entry:${target.id}`, title: target.summary }, target.title);
  created.addEventListener('click', (event) => {
    event.preventDefault();
    open(target.id);
  });
  return created;
}

/** Links to calculators, each with the reason to calculate. */
export function calculatorList(
  calculators: readonly { readonly id: string; readonly title: string; readonly query: string; readonly because: string }[],
  open: (calculator: string, query: string) => void,
): HTMLElement {
  return element('ul', { class: 'links' }, ...calculators.map(({ id, title, query, because }) => {
    const link = element('a', { href: `calculator:${id}` }, title);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      open(id, query);
    });
    return element('li', {}, link, element('span', { class: 'because' }, ` — ${because}`));
  }));
}

/** A text that is read out when it is painted, and not shown. */
export function announcer(id: string, text: string): HTMLElement {
  const created = element('p', { id, class: 'visually-hidden', role: 'status' });
  // A live region speaks only of what changes once it is there.
  setTimeout(() => { created.textContent = text; }, 100);
  return created;
}
