/** Markdown as the editor renders it: never trusted as a whole, without HTML and icons; a link may run only the commands that are named. */
import * as vscode from 'vscode';
import { addressPart, markdown, type MarkdownText } from '../core/exits';
import type { commands } from './names';

type Command = (typeof commands)[keyof typeof commands];

/** Hovers and tooltips are made here alone. `enabled`: the commands that links in it may run. */
export function editorMarkdown(text: MarkdownText, enabled: readonly Command[] = []): vscode.MarkdownString {
  const rendered = new vscode.MarkdownString(text);
  if (enabled.length > 0) rendered.isTrusted = { enabledCommands: enabled };
  return rendered;
}

/** A link that runs a command with these arguments, whatever signs they hold. */
export const commandLink = (words: MarkdownText, command: Command, ...given: readonly unknown[]): MarkdownText =>
  markdown`[${words}](${`command:${command}?${addressPart(JSON.stringify(given))}` as MarkdownText})`;
