import type * as vscode from 'vscode';

/** A setting of text, trimmed; its default where somebody's settings file has something else there, or a text that no setting needs. */
export function stringSetting({ name, default: otherwise }: { readonly name: string; readonly default: string }, configuration: vscode.WorkspaceConfiguration): string {
  const value = configuration.get<unknown>(name);
  return typeof value === 'string' && value.length <= longest ? value.trim() : otherwise;
}

/** In UTF-16 code units. */
const longest = 2000;
