/** The page that holds the synthesis: its script and style, pictures of its own making, and leave for nothing else. */
import * as vscode from 'vscode';

/** `resources`: the folder of the scripts and styles of web views. A PNG is made from an SVG picture in a `data:` address. */
export function pageOf(webview: vscode.Webview, resources: vscode.Uri): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(resources, name)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; img-src data:; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Synthesis</title>
<link rel="stylesheet" href="${address('synthesis.styles.css')}">
</head>
<body>
<main id="synthesis" data-pictures="${address('synthesis.pictures.js')}"></main>
<script nonce="${nonce}" src="${address('synthesis.js')}"></script>
</body>
</html>`;
}
