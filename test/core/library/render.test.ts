import assert from 'node:assert/strict';
import { toPortableMarkdown } from '../../../src/core/library/portable';
import { highlightCode, renderBody } from '../../../src/core/library/render';
import type { EntryBody } from '../../../src/core/library/model';

const REFERENCE = { id: 'ref-1', author: 'A. *Author*', title: 'On [Things] <b>', publisher: 'P&P', year: 2020, url: 'https://example.org/a?b=1&c=2', kind: 'paper' } as const;

function body(markdown: string, rest: Partial<EntryBody> = {}): EntryBody {
  return { version: 1, id: 'entry', markdown, diagrams: [], references: [], executed: false, ...rest };
}
const html = (markdown: string, rest: Partial<EntryBody> = {}): string => renderBody(body(markdown, rest)).html.trim();

describe('renderBody, untrusted Markdown', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#x73;cript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox)',
    '[x](command:workbench.action.terminal.new)',
    '[x](vscode://evil.ext/run)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example/a)',
    '[x](/etc/passwd)',
    '[x]( javascript:alert(1))',
    '<javascript:alert(1)>',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '![x](https://evil.example/track.png)',
    '![<img src=x onerror=alert(1)>](javascript:alert(1))',
    '[x](https://example.org "\\" onmouseover=\\"alert(1)")',
    '[x](https://example.org/"onmouseover="alert(1))',
    '[x](entry:a"onclick="alert(1))',
    '[x](a.md#"onclick="alert(1))',
    '[x](#"><script>alert(1)</script>)',
    '## <img src=x onerror=alert(1)>',
    '## " onclick="alert(1)',
    '```"><script>alert(1)</script>\nx\n```',
    '```html\n<script>alert(1)</script>\n```',
    '```mermaid "><script>alert(1)</script>\n<script>alert(1)</script>\n```',
    '    <script>alert(1)</script>',
    '`<script>alert(1)</script>`',
    '| <script>alert(1)</script> |\n| :-: |\n| <b onclick=alert(1)> |',
    '[^a]\n\n[^a]: <script>alert(1)</script> [x](javascript:alert(1))',
    'x^[inline <img src=x onerror=alert(1)> [x](javascript:alert(1))]',
    '[^"onclick=alert(1)]\n\n[^"onclick=alert(1)]: x',
    '#### Solution\n\n<script>alert(1)</script>',
    '<details open ontoggle=alert(1)>',
    '<svg onload=alert(1)>',
    '<https://example.org/"onclick="alert(1)>',
  ];
  const tags = /<\/?(?:a|blockquote|button|code|del|details|div|em|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|span|strong|summary|sup|table|tbody|td|th|thead|tr|ul)\b[^<>]*>|<br>|<hr>/g;
  const attributes = /\s(?:class|id|href|title|scope|start|role|tabindex|type|aria-[a-z]+|data-[a-z]+)="[^"<>]*"/g;

  for (const attack of attacks) {
    it(`keeps ${JSON.stringify(attack)} harmless`, () => {
      const result = html(attack);
      // Whatever is left after the known tags holds no tag, and the known tags hold only known attributes.
      assert.equal(/<[a-z!/]/i.test(result.replace(tags, '')), false, result);
      for (const [tag] of result.matchAll(tags)) {
        assert.match(tag.replace(attributes, ''), /^<\/?[a-z0-9]+>$/, result);
        const href = /href="([^"]*)"/.exec(tag)?.[1];
        if (href !== undefined) assert.match(href, /^(?:https?:\/\/|entry:[a-z0-9-]+|#)/, result);
      }
      assert.equal(/\sstyle=|\son[a-z]+="/.test(result.replace(/&quot;.*?&quot;|>[^<]*</g, '><')), false, result);
    });
  }

  it('escapes references', () => {
    const result = html('Cited[^ref-1].', { references: [{ ...REFERENCE, author: '<img src=x onerror=alert(1)>', title: '[x](javascript:alert(1)) `a`', url: 'https://example.org/><script>' }] });
    assert.equal(/<(?:img|script)/.test(result), false, result);
    assert.match(result, /<a href="https:\/\/example\.org\/%3E%3Cscript%3E" class="external">\[x\]\(javascript:alert\(1\)\) `a`<\/a>/);
  });
});

describe('renderBody', () => {
  it('leads links to entries, sections and the web, and nowhere else', () => {
    assert.equal(html('[T](../resilience/timeout.md)'), '<p><a href="entry:timeout" data-entry="timeout">T</a></p>');
    assert.equal(html('[T](timeout.md#failure-modes "why")'), '<p><a href="entry:timeout#failure-modes" title="why" data-entry="timeout" data-section="failure-modes">T</a></p>');
    assert.equal(html('[T](entry:timeout#a)'), '<p><a href="entry:timeout#a" data-entry="timeout" data-section="a">T</a></p>');
    assert.equal(html('[T](#a)'), '<p><a href="#a" data-section="a">T</a></p>');
    assert.equal(html('[T](https://example.org/a?b&c)'), '<p><a href="https://example.org/a?b&amp;c" class="external">T</a></p>');
    assert.equal(html('[**T** `x`](command:run) and [b](b.md)'), '<p><strong>T</strong> <code>x</code> and <a href="entry:b" data-entry="b">b</a></p>');
    assert.equal(html('![The *picture*](a.png)'), '<p>The picture</p>');
  });

  it('turns links to unknown entries into text when told which are known', () => {
    assert.equal(renderBody(body('[A](a.md) [B](b.md)'), { hasEntry: (id) => id === 'b' }).html, '<p>A <a href="entry:b" data-entry="b">B</a></p>\n');
  });

  it('gives headings the ids of GitHub, each once, and lists them', () => {
    const { html: result, toc } = renderBody(body('## What `it` does, & why\n\n### A_b – c\n\n## Same\n\n## Same\n\n#### Deep\n\n## Über'));
    assert.deepEqual(toc, [
      { id: 'what-it-does--why', title: 'What it does, & why', level: 2 },
      { id: 'a_b--c', title: 'A_b – c', level: 3 },
      { id: 'same', title: 'Same', level: 2 },
      { id: 'same-1', title: 'Same', level: 2 },
      { id: 'über', title: 'Über', level: 2 },
    ]);
    assert.match(result, /<h2 id="what-it-does--why">What <code>it<\/code> does, &amp; why<\/h2>/);
  });

  it('lists references with ways there and back', () => {
    const { html: result, toc } = renderBody(body('## One\n\nFirst[^ref-1], again[^ref-1].', { references: [REFERENCE] }));
    assert.match(result, /First<sup class="citation"><a href="#reference-1" id="citation-1" aria-label="Reference 1">1<\/a><\/sup>, again<sup class="citation"><a href="#reference-1" id="citation-1:2" aria-label="Reference 1">1<\/a><\/sup>/);
    assert.match(result, /<section class="references" aria-labelledby="references">\n<h2 id="references">References<\/h2>\n<ol>\n<li id="reference-1"><p>A\. \*Author\* \(2020\)\. <a href="https:\/\/example\.org\/a\?b=1&amp;c=2" class="external">On \[Things\] &lt;b&gt;<\/a>\. P&amp;P\./);
    assert.match(result, /<a href="#citation-1" class="back" aria-label="Back to text 1">/);
    assert.match(result, /<a href="#citation-1:2" class="back" aria-label="Back to text 1:2">/);
    assert.deepEqual(toc.at(-1), { id: 'references', title: 'References', level: 2 });
  });

  it('translates what it adds', () => {
    const labels = { references: 'Quellen', reference: 'Quelle {0}', backToText: 'Zurück zu {0}', executed: 'Ausgeführt', notExecuted: 'Nicht ausgeführt', copy: 'Kopieren', solution: 'Lösung', table: 'Tabelle' };
    const { html: result } = renderBody(body('## A\n\nX[^ref-1]\n\n| a |\n| - |\n\n```ts run\n```\n\n```go\n```\n\n### E\n\n#### Solution\n\nx', { references: [REFERENCE], executed: true }), { labels });
    for (const word of ['Quellen', 'Quelle 1', 'Zurück zu 1', '>Ausgeführt<', 'Nicht ausgeführt', 'Kopieren', '<summary>Lösung', 'Tabelle: A']) assert.ok(result.includes(word), word);
    assert.equal(/References|Back to|Executed in|Copy|Solution</.test(result), false, result);
  });

  it('lets wide tables scroll by keyboard, named and aligned without styles', () => {
    const table = '| a | b | c |\n| :-- | :-: | --: |\n| 1 | 2 | 3 |\n\n';
    const result = html(`## Sizes\n\n${table}${table}`);
    assert.match(result, /<div class="table" tabindex="0" role="region" aria-label="Table: Sizes">\n<table>/);
    assert.match(result, /aria-label="Table: Sizes 2"/);
    assert.match(result, /<th scope="col" class="align-left">a<\/th>\n<th scope="col" class="align-center">b<\/th>\n<th scope="col" class="align-right">c<\/th>/);
    assert.match(result, /<td class="align-right">3<\/td>/);
    assert.equal(result.includes('style'), false);
  });

  it('folds solutions, up to the next heading or the references', () => {
    const result = html('## Exercises\n\n### One\n\nAsk.\n\n#### Solution\n\nAnswer[^ref-1].\n\n- list\n\n### Two\n\nAsk.\n\n#### Solution\n\nLast.\n', { references: [REFERENCE] });
    assert.match(result, /<details class="solution" id="solution"><summary>Solution<\/summary>\n<p>Answer.*<\/p>\n<ul>\n<li>list<\/li>\n<\/ul>\n<\/details>\n<h3 id="two">/);
    assert.match(result, /<details class="solution" id="solution-1"><summary>Solution<\/summary>\n<p>Last\.<\/p>\n<\/details>\n<section class="references"/);
    assert.equal(result.match(/<details/g)?.length, result.match(/<\/details>/g)?.length);
  });

  it('shows code with its language, whether it was executed, and a copy button', () => {
    const result = html('```ts run\nconst a: number = 1 < 2 ? 1 : 2;\n```', { executed: true });
    assert.match(result, /^<figure class="code" data-language="ts" data-executed="true"><figcaption><span class="language">TypeScript<\/span><span class="badge">Executed in CI<\/span><button type="button" class="copy">Copy<\/button><\/figcaption><pre tabindex="0"><code class="hljs">/);
    assert.match(result, /<span class="hljs-keyword">const<\/span> .*&lt;/);
    assert.match(html('```ts run\nlet a;\n```'), /data-executed="false".*Not executed/);
    assert.match(html('```go\nx := 1\n```', { executed: true }), /data-language="go" data-executed="false".*Go<.*Not executed/);
    const text = html('```text\n<a>\n```');
    assert.equal(text.includes('badge'), false);
    assert.match(text, /<code class="hljs">&lt;a&gt;\n<\/code>/);
  });

  for (const language of ['ts', 'js', 'typescript', 'javascript', 'yaml', 'yml', 'json', 'bash', 'sh', 'go', 'python', 'py', 'java', 'sql', 'rust', 'rs', 'http', 'csharp', 'cs', 'xml', 'html', 'dockerfile']) {
    it(`highlights ${language}`, () => {
      const code = 'import a\nfunction f() { return "x" }\n// 1\n# 2\nSELECT 1 FROM t;\nGET / HTTP/1.1\na: 1\n<a b="c"/>\nFROM x\n"s": 1\n';
      assert.match(html(`\`\`\`${language}\n${code}\`\`\``), /<span class="hljs-/);
    });
  }

  it('leaves highlighting for later when told so, with the same result', () => {
    const code = 'const a: string = `<${b}>`; // "c" & d\n';
    const fence = body(`\`\`\`ts\n${code}\`\`\``);
    const later = renderBody(fence, { highlight: false }).html;
    const escaped = 'const a: string = `&lt;${b}&gt;`; // &quot;c&quot; &amp; d\n';
    assert.match(later, /<span class="language">TypeScript<\/span>/);
    assert.ok(later.includes(`<code class="hljs">${escaped}</code>`), later);
    assert.equal(later.replace(escaped, () => highlightCode(code, 'ts') ?? ''), renderBody(fence).html);
    assert.equal(highlightCode('<a>', 'no-such-language'), undefined);
    assert.equal(highlightCode('<script>alert(1)</script>', 'bash')?.includes('<script'), false);
  });

  it('puts the pictures in the places of the diagrams', () => {
    const result = html('```mermaid The "first" picture.\na\n```\n\n```ts\nx\n```\n\n```mermaid Second.\nb\n```', { diagrams: ['<svg id="1"></svg>', '<svg id="2"></svg>'] });
    assert.match(result, /^<figure class="diagram"><div class="picture" role="img" aria-label="The &quot;first&quot; picture\."><svg id="1"><\/svg><\/div><figcaption>The &quot;first&quot; picture\.<\/figcaption><\/figure>/);
    assert.match(result, /aria-label="Second\."><svg id="2">/);
  });

  it('shows the source of a diagram that was not drawn', () => {
    assert.equal(html('```mermaid Of a team.\na --> b\n```'), '<figure class="diagram"><pre tabindex="0"><code>a --&gt; b\n</code></pre><figcaption>Of a team.</figcaption></figure>');
  });

  it('renders one body like another, in any order', () => {
    const first = body('## A\n\n## A\n\n| a |\n| - |');
    const before = renderBody(first);
    renderBody(body('## A[^ref-1]', { references: [REFERENCE] }));
    assert.deepEqual(renderBody(first), before);
  });
});

describe('toPortableMarkdown', () => {
  const entry = { title: 'Title', summary: 'Summary.' };

  it('reads well anywhere: links become text, references are written out, code stays', () => {
    const markdown = '## A\n\nSee [Time `out`](../a/timeout.md#x), [web](https://example.org) and `[no](a.md)`[^ref-1].\n\n```md\n[no](a.md)\n```\n';
    assert.equal(
      toPortableMarkdown(entry, { markdown, references: [REFERENCE] }),
      '# Title\n\nSummary.\n\n## A\n\nSee Time `out`, [web](https://example.org) and `[no](a.md)`[^ref-1].\n\n```md\n[no](a.md)\n```\n\n' +
        '[^ref-1]: A. \\*Author\\* (2020). [On \\[Things\\] \\<b\\>](<https://example.org/a?b=1&c=2>). P\\&P.\n',
    );
  });

  it('can link to addresses instead', () => {
    const linkTo = (id: string, section?: string): string | undefined => (id === 'a' ? `https://example.org/${id}/${section ?? ''}` : undefined);
    assert.equal(toPortableMarkdown(entry, { markdown: '[A](a.md#s) [B](b.md)', references: [] }, linkTo), '# Title\n\nSummary.\n\n[A](https://example.org/a/s) B\n');
  });
});
