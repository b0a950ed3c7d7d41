/** The page that holds the table of review: its script and style, and leave for nothing else. */
import * as vscode from 'vscode';

/** `resources`: the folder of the scripts and styles of web views. */
export function pageOf(webview: vscode.Webview, resources: vscode.Uri): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(resources, name)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Review Sources</title>
<link rel="stylesheet" href="${address('review.styles.css')}">
</head>
<body>
<main id="review"></main>
<script nonce="${nonce}" src="${address('review.js')}"></script>
</body>
</html>`;
}
