/** Stands in for mdurl and punycode.js: unused.mjs leaves out the two methods of markdown-it that normalise addresses. */
export default undefined;
