import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMentions, findMentions, type MentionOptions } from '../../../src/core';
import { law, makeLibrary, pattern } from '../support/makeLibrary';
import { library } from './library';

const mentions = createMentions(library);
const found = (text: string, language = 'plaintext', options?: MentionOptions) =>
  mentions.find(text, language, options).map(({ entry, start, end }) => `${text.slice(start, end)} → ${entry.id}`);

describe('a name that is unmistakable', () => {
  const forms = [
    'circuit breaker', 'Circuit Breaker', 'circuitBreaker', 'CircuitBreaker', 'circuit_breaker', 'CIRCUIT_BREAKER', 'circuit-breaker',
    'Circuit-Breaker', 'circuitbreaker', 'CIRCUITBREAKER', 'circuit breakers', 'CircuitBreakers', 'circuit_breakers', 'circuitbreakers',
  ];
  for (const form of forms) {
    it(`is found as ${form}, alone and in a longer identifier`, () => {
      for (const language of ['typescript', 'python', 'yaml', 'markdown', 'plaintext', 'an-unknown-language']) {
        assert.deepEqual(found(`x = ${form};`, language), [`${form} → circuit-breaker`], language);
      }
    });
  }

  const inside: readonly (readonly [text: string, expected: string])[] = [
    ['PaymentCircuitBreakerFactory', 'CircuitBreaker'],
    ['PAYMENT_CIRCUIT_BREAKER_2', 'CIRCUIT_BREAKER'],
    ['circuitBreaker2', 'circuitBreaker'],
    ['HTTPCircuitBreaker', 'CircuitBreaker'],
    ['resilience4j.circuitbreaker.instances', 'circuitbreaker'],
    ['BulkheadRegistry', 'Bulkhead'],
    ['CQRSHandler', 'CQRS'],
    ['my-cqrs-model', 'cqrs'],
    ['APIGateway', 'APIGateway'],
    ['APIGateways', 'APIGateways'],
    ['service registries', 'service registries'],
    ['"circuit breaker"', 'circuit breaker'],
    ['https://example.org/circuit-breaker', 'circuit-breaker'],
    ['使用circuit breaker模式', 'circuit breaker'],
    ['😀CircuitBreaker😀', 'CircuitBreaker'],
  ];
  for (const [text, expected] of inside) {
    it(`is found in ${text}`, () => {
      const [mention] = mentions.find(text, 'typescript');
      assert.equal(mention && text.slice(mention.start, mention.end), expected);
    });
  }

  const silent = [
    'shortcircuit breakers_', 'circuitbreakerish', 'bulkheading', 'acqrs', 'circuit  breaker', 'circuit__breaker', 'circuit, breaker',
    'circuit.breaker', 'circuit/breaker', 'circuit\nbreaker()', 'breaker circuit', 'ébulkhead', 'bulkheadé', 'bulkhead\u0301',
  ];
  for (const text of silent) {
    it(`is not found in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text, 'typescript'), []));
  }

  it('goes over a line break in prose, past indentation and a comment leader', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['a circuit\nbreaker', 'markdown'], ['> a circuit\r\n> breaker', 'markdown'], ['// a circuit\n  // breaker', 'go'],
      ['/**\n * a circuit\n * breaker */', 'typescript'], ['# a circuit\n# breaker', 'yaml'], ['-- a circuit\n--   breaker', 'sql'],
    ];
    for (const [text, language] of cases) assert.equal(found(text, language).filter((one) => one.startsWith('circuit')).length, 1, text);
    assert.deepEqual(found('a circuit\n\nbreakers are', 'markdown'), ['breakers → circuit-breaker'], 'not over a paragraph');
  });
});

describe('longer names', () => {
  it('win over shorter ones, and mentions do not overlap', () => {
    assert.deepEqual(found('the saga orchestrator, a saga'), ['saga orchestrator → saga', 'saga → saga']);
    assert.deepEqual(found('request timeout'), ['request timeout → timeout']);
    assert.deepEqual(found('retry with exponential backoff'), ['retry → retry-backoff', 'exponential backoff → retry-backoff']);
  });

  it('give way to the shorter when they do not fit to the end', () => {
    assert.deepEqual(found('a saga orchestrates'), ['saga → saga']);
    assert.deepEqual(found('SagaOrchestratorTimeout', 'java'), ['SagaOrchestrator → saga']);
  });
});

describe('an everyday word', () => {
  const prose: readonly (readonly [language: string, text: string])[] = [
    ['plaintext', 'a timeout'], ['git-commit', 'Add a timeout'], ['latex', 'a timeout'], ['restructuredtext', 'a timeout'], ['asciidoc', 'a timeout'],
    ['html', '<p class="x">a timeout</p>'], ['html', '<!-- a timeout -->'], ['html', '<script>// a timeout\n</script>'], ['xml', '<a><!-- a timeout --></a>'], ['vue', '<!-- a timeout -->'],
    ['typescript', '// a timeout'], ['javascript', '/* a timeout'], ['typescriptreact', 'const x = `${1 /* a timeout */}`'], ['javascript', 'x = a / b; // a timeout / b'],
    ['python', '# a timeout'], ['python', 'def f():\n    """a timeout"""'], ['python', 'r"""a timeout"""'], ['elixir', '@doc """\na timeout\n"""'], ['graphql', '"""\na timeout\n"""\ntype A { b: C }'],
    ['ruby', 'x # a timeout'], ['ruby', '=begin\na timeout\n=end'], ['shellscript', 'echo $# # a timeout'], ['dockerfile', '# a timeout'], ['makefile', '# a timeout'], ['toml', 'a = 1 # a timeout'], ['yaml', "a: it's # a timeout"],
    ['terraform', '# a timeout'], ['terraform', '// a timeout'], ['sql', '-- a timeout'], ['lua', '-- a timeout'], ['lua', '--[[ a\ntimeout ]]'], ['haskell', '{- a timeout -}'], ['powershell', '<# a timeout #>'], ['powershell', 'ls # a timeout'],
    ['ini', '; a timeout'], ['properties', '# a timeout'], ['clojure', ';; a timeout'], ['bat', 'REM a timeout'], ['vb', "' a timeout"], ['rust', "fn f<'a>() {} /// a timeout"], ['csharp', '/// <summary>a timeout</summary>'],
    ['typescript', 'x = "open\n// a timeout'], ['an-unknown-language', '// a timeout'], ['an-unknown-language', '# a timeout'], ['php', '# a timeout'],
  ];
  for (const [language, text] of prose) {
    it(`is found in ${language}: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text, language), ['timeout → timeout']));
  }

  const silent: readonly (readonly [language: string, text: string])[] = [
    ['typescript', 'const timeout = 1'], ['typescript', '"// a timeout"'], ['typescript', "'a timeout'"], ['typescript', '`// a timeout ${x} // a timeout`'], ['typescript', 'x = /\\/\\/ a timeout/'], ['typescript', '`${`// a timeout`} // a timeout`'],
    ['python', 'x = """a timeout"""'], ['python', 'f("""\na timeout""")'], ['yaml', 'a: "# a timeout"'], ['yaml', 'a: b#a timeout'], ['shellscript', "echo 'it is\n# a timeout'"], ['shellscript', 'echo ${#a timeout}'], ['c', '#define timeout a timeout'], ['an-unknown-language', '#define a timeout'],
    ['html', '<p title="a timeout">'], ['html', '<p title="x > a timeout">'], ['html', '<pre>a timeout</pre>'], ['html', '<script>a timeout</script>'], ['xml', '<timeout>a timeout</timeout>'], ['sql', "'it''s -- a timeout'"], ['go', '`// a timeout`'], ['json', '{ "a": "a timeout" }'],
    ['markdown', '`a timeout`'], ['markdown', '```\na timeout\n```'], ['markdown', '~~~\na timeout'], ['markdown', '[a](timeout.md)'], ['markdown', '---\na timeout\n---'], ['markdown', 'x\n\n    a timeout'], ['restructuredtext', 'Code::\n\n    a timeout'], ['restructuredtext', '``a timeout``'], ['asciidoc', '----\na timeout\n----'], ['latex', '\\begin{verbatim}\na timeout\n\\end{verbatim}'],
    ['git-commit', 'x\n# ------------------------ >8 ------------------------\na timeout'],
    ...['timeoutMs', 'timeout_ms', 'timeLimit', 'time_limit', 'TimeLimit', 'socketTimeout', 'the_timeout', 'config.timeout', 'timeout.go', 'timeout()', '--timeout', '--timeout-seconds', '@timeout', '$timeout', 'timeout = 5', 'timeout: 5s', '"timeout": true', 'timeout := 1', 'a::timeout', 'timeout::a', 'p->timeout', 'timeout[0]', 'timeout1', 'timeouté',
      'https://example.org/timeout', './foo/timeout', '../timeout', '/etc/timeout', 'src/foo/timeout', 'foo/timeout.ts', '@scope/timeout', 'C:\\timeout', '~/timeout', '`timeout`', 'name="timeout"', '{@code timeout}', '@param timeout x', '@param {number} timeout x', ':param timeout: x', 'timeout: the longest wait', 'timeout (int): the longest wait', 'return timeout;', 'if timeout {', 'the saga-timeout'].map((text) => ['go', `// ${text}`] as const),
  ];
  for (const [language, text] of silent) {
    it(`is silent in ${language}: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text, language).filter((one) => one.endsWith('→ timeout')), []));
  }

  for (const text of ['timeout', 'Timeout', 'TIMEOUT', 'timeouts', 'a timeout.', 'a timeout, and', '"timeout"', '(timeout)', 'timeout/retry', "the timeout's end", 'a timeout: it ends', 'timeout—ends', 'timeout; it is long', 'after a timeout?']) {
    it(`is found in a comment: ${text}`, () => assert.match(found(`// ${text}`, 'go').join(), /timeouts? → timeout/i));
  }
});

describe('an everyday name of several words', () => {
  it('is found in prose, with a space, a hyphen or a line break', () => {
    for (const text of ['a time limit', 'Time-limit', 'time limits', 'a time\n// limit']) assert.match(found(`// ${text}`, 'go').join(), /→ timeout$/, text);
  });
});

describe('one position', () => {
  it('between two names belongs to the one that begins there', () => {
    const at = (offset: number) => mentions.at('BulkheadCircuitBreaker', offset, 'java')?.entry.id;
    assert.deepEqual([at(7), at(8), at(9), at(22)], ['bulkhead', 'circuit-breaker', 'circuit-breaker', 'circuit-breaker']);
  });
});

describe('options', () => {
  it('look at prose only', () => {
    assert.deepEqual(found('const circuitBreaker = 1; // a circuit breaker\n"bulkhead"', 'typescript', { proseOnly: true }), ['circuit breaker → circuit-breaker']);
  });

  it('leave entries out', () => {
    assert.deepEqual(found('a bulkhead, a breaker, a circuit breaker', 'markdown', { ignore: ['circuit-breaker'] }), ['bulkhead → bulkhead']);
  });

  it('hold for one position as well', () => {
    assert.equal(mentions.at('CircuitBreaker', 3, 'typescript', { proseOnly: true }), undefined);
    assert.equal(mentions.at('CircuitBreaker', 3, 'typescript', { ignore: ['circuit-breaker'] }), undefined);
  });
});

describe('names of a library', () => {
  it('that two entries claim belong to the first in the order of the library', () => {
    const twice = makeLibrary({
      entries: [pattern({ id: 'a', mentions: { code: ['gossip'], prose: [] } }), law({ id: 'b', mentions: { code: ['gossip'], prose: [] } })],
    });
    assert.deepEqual(findMentions(twice, 'gossip', 'go').map(({ entry }) => entry.id), ['b']);
  });

  it('may be plurals of other names, empty, or names of Object.prototype', () => {
    const odd = makeLibrary({
      entries: [
        pattern({ id: 'lens', mentions: { code: ['lens', 'constructor', '__proto__', '-'], prose: ['proxies'] } }),
        pattern({ id: 'len', mentions: { code: ['len'], prose: ['proxy'] } }),
      ],
    });
    const of = (text: string) => findMentions(odd, text, 'plaintext').map(({ entry }) => entry.id);
    assert.deepEqual([of('lens'), of('len'), of('proxies'), of('proxy'), of('constructor')], [['lens'], ['len'], ['lens'], ['len'], ['lens']]);
    assert.deepEqual(of('toString valueOf hasOwnProperty'), []);
  });
});

describe('any text, in any language,', () => {
  const languages = fc.constantFrom('typescript', 'python', 'yaml', 'markdown', 'plaintext', 'html', 'sql', 'rust', 'shellscript', 'restructuredtext', 'latex', 'asciidoc', 'lua', 'go', 'csharp', 'elixir', 'unknown', '__proto__');
  const pieces = fc.constantFrom('circuit', 'breaker', 'Circuit', 'Breaker', 'timeout', 'saga', 'bulkhead', 'x', ' ', '\n', '\r\n', '\t', '_', '-', '/', '//', '/*', '*/', '#', '"', "'", '`', '```', '"""', '${', '}', '{', '<', '>', '<!--', '-->', '--', '\\', '😀', 'é', '(', ')', '](', '[', ':', ';', '::', '@example', '.. code::', '<script>');
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  it('gives mentions in range, in order, apart, on whole words, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), languages, (text, language) => {
        let last = 0;
        for (const { start, end } of mentions.find(text, language)) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.match(text.slice(start, end), /^[a-z]/i);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives no more in prose only than otherwise', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const every = mentions.find(text, language).length;
        assert.ok(mentions.find(text, language, { proseOnly: true }).length <= every);
      }),
    );
  });

  it('gives one position nothing that is not there, and never throws', () => {
    fc.assert(
      fc.property(texts, languages, fc.integer({ min: -2, max: 400 }), (text, language, offset) => {
        const mention = mentions.at(text, offset, language);
        if (mention === undefined) return;
        assert.ok(mention.start <= offset && offset <= mention.end && mention.end <= text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every case style of every unmistakable name', () => {
    const names = library.all().flatMap((entry) => ('mentions' in entry ? entry.mentions.code.map((name) => ({ id: entry.id, words: name.split(' ') })) : []));
    const capital = (word: string) => (word[0] ?? '').toUpperCase() + word.slice(1);
    const styles: readonly ((words: readonly string[]) => string)[] = [
      (words) => words.join(' '), (words) => words.join('-'), (words) => words.join('_'), (words) => words.join('_').toUpperCase(), (words) => words.map(capital).join(''),
      (words) => words.map((word, index) => (index === 0 ? word : capital(word))).join(''), (words) => words.map(capital).join(' '), (words) => words.map(capital).join('-'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...styles), fc.boolean(), fc.constantFrom('', '"', '(', '_', '.', '中', '\n'), languages, ({ id, words }, style, plural, around, language) => {
        const name = style(words) + (plural && !/[sxzy]$/.test(words.at(-1) ?? '') ? 's' : '');
        const hits = findMentions(library, `${around}${name}${around}`, language).filter(({ entry }) => entry.id === id);
        assert.equal(hits.length, 1, name);
        assert.deepEqual([hits[0]?.start, hits[0]?.end], [around.length, around.length + name.length]);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes text far longer than files are, without a line break, in linear time', () => {
    // Not a measurement: each of these would take minutes if some part looked at the rest of the line again and again.
    for (const unit of ['timeout ', 'timeout', '// timeout ', '"timeout ', '`timeout${', '/[', '](', '/*', '<!--', "'\\", 'r"""', '<a "', '/timeout/', '_timeout', '///timeout ', 'CircuitBreaker', 'retry ', '- `']) {
      for (const language of ['typescript', 'python', 'markdown', 'html', 'rust', 'plaintext']) {
        const text = unit.repeat(Math.ceil(300_000 / unit.length));
        mentions.find(text, language);
        mentions.at(text, 150_000, language);
      }
    }
  }).timeout(60_000);
});
