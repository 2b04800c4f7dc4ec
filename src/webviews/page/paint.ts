import type { RenderedBody, TocItem } from '../../core/reading';
import type { EntryLink, PageContent, ToPage } from '../protocol';
import { calculatorList, element, labelFrom } from '../shared/dom';

type Shown = Extract<ToPage, { type: 'show' }>;

export interface PageActions {
  onMark(mark: 'read' | 'bookmark', on: boolean): void;
  onCalculate(calculator: string, query: string): void;
}

/** Replaces what is on the page by the entry. */
export function paintPage(root: HTMLElement, shown: Shown, { html, toc }: RenderedBody, actions: PageActions): void {
  const label = labelFrom(shown.labels);
  const { content } = shown;
  const body = element('div', { class: 'body' });
  // The one place where markup is set: `html` is made by the core's renderer, which escapes all that it is given.
  body.innerHTML = html;
  root.replaceChildren(
    paintContents(toc, label),
    element(
      'article',
      { lang: 'en' },
      paintHeader(content),
      paintLists(content),
      paintCalculators(content, label, actions),
      body,
      paintRelated(content, label),
      paintFooter(content, label, actions),
    ),
  );
  paintMarks(root, shown);
}

/** Shows whether the entry is read and bookmarked, without touching the rest. */
export function paintMarks(root: HTMLElement, shown: Shown): void {
  const label = labelFrom(shown.labels);
  setToggle(root.querySelector('button.mark-read'), shown.marks.read, label('markUnread'), label('markRead'));
  setToggle(root.querySelector('button.mark-bookmark'), shown.marks.bookmarked, label('removeBookmark'), label('addBookmark'));
}

function setToggle(button: Element | null, on: boolean, whenOn: string, whenOff: string): void {
  if (!button) return;
  button.textContent = on ? whenOn : whenOff;
  button.classList.toggle('on', on);
}

function paintHeader(content: PageContent): HTMLElement {
  const { badge } = content;
  return element(
    'header',
    {},
    element('p', { class: 'kind' }, content.kind),
    element(
      'div',
      { class: 'heading' },
      element('h1', { tabindex: -1 }, content.title),
      badge && element('span', { class: `badge ${badge.className}`, title: badge.description }, badge.text),
    ),
    element('p', { class: 'summary' }, content.summary),
    badge && element('p', { class: 'badge-reason' }, badge.description),
    element(
      'dl',
      { class: 'facts' },
      ...content.facts.map(({ name, value }) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
  );
}

function paintLists(content: PageContent): HTMLElement | null {
  if (content.lists.length === 0) return null;
  return element(
    'div',
    { class: 'lists' },
    ...content.lists.map((list) =>
      element(
        'section',
        { class: list.className, 'aria-label': list.title },
        element('h2', { class: 'list-title' }, list.title),
        element('ul', {}, ...list.items.map((item) => element('li', {}, item))),
      ),
    ),
  );
}

function paintCalculators({ calculators }: PageContent, label: (key: string) => string, actions: PageActions): HTMLElement | null {
  if (calculators.length === 0) return null;
  return element(
    'section',
    { class: 'calculators', 'aria-labelledby': 'calculate' },
    element('h2', { id: 'calculate', class: 'list-title' }, label('calculate')),
    calculatorList(calculators, (calculator, query) => { actions.onCalculate(calculator, query); }),
  );
}

function paintContents(toc: readonly TocItem[], label: (key: string) => string): HTMLElement {
  return element(
    'nav',
    { class: 'contents', 'aria-label': label('contents') },
    element(
      'details',
      { open: window.innerWidth > 900 },
      element('summary', {}, label('contents')),
      element(
        'ol',
        {},
        ...toc
          .filter(({ level }) => level === 2)
          .map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title))),
      ),
    ),
  );
}

function entryLink(link: EntryLink): HTMLElement {
  return element('a', { href: `entry:${link.id}`, 'data-entry': link.id, title: link.summary }, link.title);
}

function paintRelated(content: PageContent, label: (key: string) => string): HTMLElement | null {
  if (content.related.length === 0) return null;
  return element(
    'section',
    { class: 'related', 'aria-labelledby': 'related-entries' },
    element('h2', { id: 'related-entries' }, label('related')),
    ...content.related.map((group) =>
      element(
        'div',
        { class: 'relation' },
        element('h3', {}, group.relation),
        element(
          'ul',
          {},
          ...group.entries.map(({ link, because }) =>
            element('li', {}, entryLink(link), because !== null && element('span', { class: 'because' }, ` — ${because}`)),
          ),
        ),
      ),
    ),
  );
}

function paintFooter(content: PageContent, label: (key: string) => string, actions: PageActions): HTMLElement {
  const read = element('button', { type: 'button', class: 'mark-read primary' });
  read.addEventListener('click', () => { actions.onMark('read', !read.classList.contains('on')); });
  const bookmark = element('button', { type: 'button', class: 'mark-bookmark' });
  bookmark.addEventListener('click', () => { actions.onMark('bookmark', !bookmark.classList.contains('on')); });
  return element(
    'footer',
    {},
    element('div', { class: 'marks' }, read, bookmark),
    element(
      'nav',
      { class: 'neighbours', 'aria-label': label('neighbours') },
      content.previous && element('div', { class: 'previous' }, element('span', {}, label('previous')), entryLink(content.previous)),
      content.next && element('div', { class: 'next' }, element('span', {}, label('next')), entryLink(content.next)),
    ),
  );
}
