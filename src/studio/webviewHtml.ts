import * as vscode from 'vscode';

/** Roots that a page may load from: its own bundle, and nothing else. */
export function webviewRoots(extensionUri: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist', 'webviews')];
}

/**
 * The HTML shell of a page: default-deny content security policy, one style sheet, one module with a nonce, which
 * covers what the module imports.
 *
 * @param page name of the folder in `src/webviews/`
 * @param title translated title of the document, for screen readers
 * @param workers whether the page may run workers, from blobs that it makes itself: a webview loads none from a file
 */
export function webviewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, page: string, title: string, workers = false): string {
  const asset = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webviews', file)).toString();
  const nonce = createNonce();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    ...(workers ? ['worker-src blob:'] : []),
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(asset(`${page}.css`))}">
</head>
<body data-nonce="${nonce}">
<main id="root" tabindex="-1"></main>
<script type="module" nonce="${nonce}" src="${escapeHtml(asset(`${page}.js`))}"></script>
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
