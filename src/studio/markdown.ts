/** What looks like Markdown in a text of the library must not become Markdown: a team's entries may say anything. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-!<>|~&]/g, (character) => (character === '&' || character === '<' ? `&#${character.charCodeAt(0)};` : `\\${character}`));
}

/** The same for a document that people read and edit as text: only what could become a link, an image or HTML is escaped. */
export function asText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\[\]<]/g, '\\$&');
}
