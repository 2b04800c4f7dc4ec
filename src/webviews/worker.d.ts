/** A worker of a page, bundled into the page as the text of its script (`tools/bundle/inlineWorker.mjs`). */
declare module 'worker:*' {
  const source: string;
  export default source;
}
