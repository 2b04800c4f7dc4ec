export function decodeHTMLStrict(entity: string): string;
