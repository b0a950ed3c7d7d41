/** Icons of tags in the colours of the codebook, which a theme knows nothing of: small pictures, one for light and one for dark. */
import * as vscode from 'vscode';
import { readableOn } from '../../core/tagging';

const grounds = { light: '#ffffff', dark: '#1e1e1e' } as const;
const shape = 'M2.5 2h5.2c.4 0 .8.2 1.1.4l5 5c.6.6.6 1.6 0 2.2l-4.4 4.4c-.6.6-1.6.6-2.2 0l-5-5A1.6 1.6 0 0 1 1.7 8V2.8c0-.4.4-.8.8-.8z';

/** A tag filled with a colour, made lighter or darker where it would not be seen; without a colour, the theme's own. */
export function tagIcon(colour: string | undefined): vscode.ThemeIcon | { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  if (colour === undefined) return new vscode.ThemeIcon('tag');
  return { light: picture(readableOn(grounds.light, colour), grounds.light), dark: picture(readableOn(grounds.dark, colour), grounds.dark) };
}

function picture(colour: string, hole: string): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path fill="${colour}" d="${shape}"/><circle cx="4.9" cy="5.1" r="1.1" fill="${hole}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
}
