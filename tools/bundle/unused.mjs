/**
 * What the extension never calls of the packages that it reads with. A name stands here because of what it is for, and
 * test/core/bundle.test.ts reads the strangest texts with the bundle and with the packages as they are.
 * Behind a name, `?`: called, but goes on only with an option that is off, so what asks for it stays.
 * Behind a member, `!`: stays and throws, because something else would answer in its place, or it is handed on.
 */
const inPackage = (/** @type {string} */ name, /** @type {string} */ path) =>
  new RegExp(`[\\\\/]node_modules[\\\\/]${`${name}/${path}`.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`);

/** yaml, read as documents: building, changing, copying and writing documents is left out. */
const yaml = Object.entries({
  'doc/Document': 'Document.clone Document.add Document.addIn Document.createAlias Document.createNode Document.createPair Document.delete Document.deleteIn Document.get Document.getIn Document.has Document.hasIn Document.set Document.setIn Document.toJSON! Document.toString! assertCollection',
  'doc/anchors': 'anchorIsValid anchorNames findNewAnchor createNodeAnchors',
  'doc/applyReviver': 'applyReviver',
  'doc/createNode': 'createNode findTagObject',
  'doc/directives': 'Directives.clone Directives.tagString Directives.toString! escapeTagName escapeChars',
  'nodes/Alias': 'Alias.toString!',
  'nodes/Collection': 'Collection.clone Collection.addIn Collection.deleteIn Collection.getIn Collection.hasIn Collection.setIn collectionFromPath isEmptyPath',
  'nodes/Node': 'NodeBase.clone NodeBase.toJS',
  'nodes/Pair': 'Pair.clone Pair.toString! createPair',
  'nodes/YAMLMap': 'YAMLMap.from YAMLMap.add! YAMLMap.delete! YAMLMap.get! YAMLMap.has! YAMLMap.set! YAMLMap.toString! findPair',
  'nodes/YAMLSeq': 'YAMLSeq.from YAMLSeq.add YAMLSeq.delete YAMLSeq.get YAMLSeq.has YAMLSeq.set YAMLSeq.toString! asItemIndex',
  'parse/cst-visit': 'visit _visit visit.itemAtPath visit.parentCollection',
  'schema/Schema': 'Schema.clone',
  'schema/common/map': '*.createNode',
  'schema/common/null': '*.createNode *.identify *.stringify',
  'schema/common/seq': '*.createNode',
  'schema/common/string': '*.identify *.stringify',
  'schema/core/bool': '*.identify *.stringify',
  'schema/core/float': '*.identify *.stringify',
  'schema/core/int': '*.identify *.stringify intIdentify intStringify',
  'schema/json/schema': 'schema jsonScalars jsonError',
  'schema/yaml-1.1/binary': '*.identify *.stringify',
  'schema/yaml-1.1/bool': '*.identify *.stringify boolStringify',
  'schema/yaml-1.1/float': '*.identify *.stringify',
  'schema/yaml-1.1/int': '*.identify *.stringify intIdentify intStringify',
  'schema/yaml-1.1/merge': '*.stringify', // what identifies a merge is asked when it is read
  'schema/yaml-1.1/omap': '*.identify *.createNode YAMLOMap.from',
  'schema/yaml-1.1/pairs': '*.createNode createPairs',
  'schema/yaml-1.1/set': '*.identify *.createNode YAMLSet.from YAMLSet.add YAMLSet.get YAMLSet.set YAMLSet.toString!',
  'schema/yaml-1.1/timestamp': '*.identify *.stringify stringifySexagesimal',
  'schema/tags': 'getTags?',
  visit: 'visitAsync visitAsync_ replaceNode',
  'compose/composer': 'Composer.streamInfo',
  'compose/util-flow-indent-check': 'flowIndentCheck', // with the option `compat`
}).map(([path, names]) => ({ file: inPackage('yaml', `browser/dist/${path}.js`), names: names.split(' ') }));

/** markdown-it, for its tokens: rendering, plugins, addresses, and what the options `linkify` and `typographer` do. */
const markdown = {
  file: inPackage('markdown-it', 'dist/markdown-it.mjs'),
  names: [
    'utils_exports lib arrayReplaceAt',
    'Token.attrPush Token.attrSet Token.attrJoin',
    'Ruler.at Ruler.before Ruler.after Ruler.enable Ruler.enableOnly Ruler.disable Ruler.__find__',
    'default_rules.code_inline default_rules.code_block default_rules.fence default_rules.image default_rules.hardbreak default_rules.softbreak',
    'default_rules.text default_rules.html_block default_rules.html_inline',
    'Renderer.renderAttrs Renderer.renderToken Renderer.renderInline Renderer.renderInlineAsText Renderer.render',
    'linkify$1? replace? smartquotes? linkify?',
    'config.zero config.commonmark',
    'MarkdownIt.validateLink MarkdownIt.normalizeLink MarkdownIt.normalizeLinkText MarkdownIt.enable MarkdownIt.disable MarkdownIt.use',
    'MarkdownIt.render MarkdownIt.parseInline MarkdownIt.renderInline',
  ].join(' ').split(' '),
};

/** fuse.js, for one word among words: no objects, keys, highlighting, order, tokens, or index that changes. */
const fuse = {
  file: inPackage('fuse.js', 'dist/fuse.basic.mjs'),
  names: [
    'createKey createKeyPath createKeyId KeyStore.get KeyStore.keys KeyStore.toJSON! get',
    'FuseIndex.add FuseIndex.removeAt FuseIndex.removeAll FuseIndex.getValueForItemAtKeyId FuseIndex.size FuseIndex._createObjectRecord FuseIndex.toJSON! parseIndex',
    'convertMaskToIndices mergeIndices NON_DECOMPOSABLE_MAP NON_DECOMPOSABLE_RE stripDiacritics',
    'register parse MaxHeap.size MaxHeap.insert MaxHeap.extractSorted MaxHeap._bubbleUp MaxHeap._sinkDown formatMatches',
    'resolveTokenize createAnalyzer addField ingestRecord buildInvertedIndex addToInvertedIndex removeFromInvertedIndex removeAndShiftInvertedIndex',
    'Fuse.add Fuse.remove Fuse.removeAt Fuse.getIndex Fuse._normalizedKeys Fuse._searchLogical Fuse._searchObjectList Fuse._findMatches Fuse._coversAllTokens',
    'Fuse.match Fuse.use',
  ].join(' ').split(' '),
};

/**
 * ts-fsrs, for its formulas. The methods that it gives to every Date must not reach the other extensions of the window,
 * which share one Date with this.
 */
const fsrs = {
  file: inPackage('ts-fsrs', 'dist/index.mjs'),
  names: [
    'Date.prototype.scheduler Date.prototype.diff Date.prototype.format Date.prototype.dueFormat Grades',
    'alea get_fuzz_range FSRSAlgorithm.interval_modifier FSRSAlgorithm.parameters FSRSAlgorithm.update_parameters',
  ].join(' ').split(' '),
};

/** By file: `name` of a declaration, `Name.member` of a class, an object or an assignment, `*.member` of any of them. */
export const UNUSED = [...yaml, markdown, fuse, fsrs];
