/** Web views: each has its own script and style, and leave for nothing else. No other file may make one or fill it. */
import * as vscode from 'vscode';

export interface WebPage {
  /** The name of the script and the style, and the id of what they fill. */
  readonly name: string;
  readonly title: string;
  /** Pictures of the page's own making: from this further script, through SVG in a `data:` address. */
  readonly pictures?: string;
}

/** A new panel without its page: whoever asks for it listens to its messages first. `type` is its name for the editor. */
export const newPanel = (type: string, { title }: WebPage, column: vscode.ViewColumn, { canFind = false } = {}): vscode.WebviewPanel =>
  vscode.window.createWebviewPanel(type, title, column, { enableFindWidget: canFind });

/** Puts a page into a panel, new or opened again by the editor. Of the disk it may load what lies beside its script. */
export function fillPanel({ webview }: vscode.WebviewPanel, extension: vscode.Uri, page: WebPage): void {
  const resources = vscode.Uri.joinPath(extension, 'dist', 'media');
  webview.options = { enableScripts: true, localResourceRoots: [resources] };
  webview.html = webPage(webview, resources, page);
}

/** Nothing that comes from outside stands in it; what is shown is sent as messages. */
function webPage(webview: vscode.Webview, resources: vscode.Uri, { name, title, pictures }: WebPage): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(resources, file)).toString();
  const drawn = pictures === undefined ? { allowed: '', where: '' } : { allowed: ' img-src data:;', where: ` data-pictures="${address(pictures)}"` };
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource};${drawn.allowed} script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${address(`${name}.styles.css`)}">
</head>
<body>
<main id="${name}"${drawn.where}></main>
<script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>`;
}
