/** Characters of the inputs in a link: `LONGEST_QUERY` of the pages, which the extension does not carry; a test compares them. */
export const LONGEST_LINK = 6_000;
