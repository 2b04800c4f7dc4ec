/** The renderer as a value: it is an ES module, and is loaded only when there is something to draw. */
export type Mermaid = typeof import('beautiful-mermaid');
