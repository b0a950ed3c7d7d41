/** Notifications and questions. The editor makes links of `[words](command:…)` in them, whoever wrote that; all that is said here is text. */
import * as vscode from 'vscode';
import { labelText, noticeText, type LabelText } from '../core/exits';
import type { Severity } from '../core/problem';

type Show = <B extends string>(message: string, options: vscode.MessageOptions, ...buttons: readonly B[]) => Thenable<B | undefined>;

const shows: { readonly [S in Severity]: Show } = {
  error: (message, options, ...buttons) => vscode.window.showErrorMessage(message, options, ...buttons),
  warning: (message, options, ...buttons) => vscode.window.showWarningMessage(message, options, ...buttons),
  information: (message, options, ...buttons) => vscode.window.showInformationMessage(message, options, ...buttons),
};

/** A notification; which of its buttons was pressed. */
export const say = <B extends string>(severity: Severity, message: string, ...buttons: readonly B[]): Thenable<B | undefined> =>
  shows[severity](noticeText(message), {}, ...buttons);

/** The same for what is no trouble. */
export const tell = <B extends string>(message: string, ...buttons: readonly B[]): Thenable<B | undefined> => say('information', message, ...buttons);

/** A question that waits for its answer, with what stands in smaller letters below it. */
export const answerTo = <B extends string>(severity: Severity, question: string, detail: string | undefined, ...buttons: readonly B[]): Thenable<B | undefined> =>
  shows[severity](noticeText(question), { modal: true, ...(detail !== undefined && { detail: noticeText(detail) }) }, ...buttons);

/** Words in the status bar, behind one of the editor’s icons. */
export const inStatusBar = (icon: string, words: string): LabelText => `$(${icon}) ${labelText(words)}` as LabelText;
