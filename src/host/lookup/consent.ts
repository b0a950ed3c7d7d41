/** May the network be asked? Only the person says so: what a folder brings along can forbid it and never allow it. */
import * as vscode from 'vscode';
import { identifierKinds, serviceNames } from '../../core/lookup';
import { lookupOff, lookupUntrusted, type Problem } from '../../core/problem';
import { settings } from '../names';
import { answerTo } from '../notices';

/** The values of the setting. */
const choices = ['ask', 'allow', 'never'] as const;
type Choice = (typeof choices)[number];

/** The setting as the person has it for themselves; a workspace may only say `never`. */
function chosen(): Choice {
  const found = vscode.workspace.getConfiguration().inspect<string>(settings.lookup.name);
  const within = [found?.workspaceValue, found?.workspaceFolderValue];
  const own = within.includes('never') ? 'never' : found?.globalValue ?? settings.lookup.default;
  return choices.find((choice) => choice === own) ?? 'ask';
}

const allow = 'Allow';
const once = 'Only This Time';
const never = 'Never';

/** What is sent, and to whom, in plain words. */
const explanation = (): string => [
  `Only the identifier is sent (${Object.values(identifierKinds).join(', ')}), to ${serviceNames.join(', ')}, one after the other until one knows it.`,
  'As with any web page, they see your internet address and that you use Commonplace. Nothing of your texts, notes or name is sent.',
  'You can change your mind in the setting “commonplace.lookup”.',
].join('\n\n');

/** Nothing when the network may be asked; the reason when it may not; `stopped` when the person closed the question. */
export async function mayLookUp(): Promise<'yes' | 'stopped' | Problem> {
  if (!vscode.workspace.isTrusted) return lookupUntrusted();
  const choice = chosen();
  if (choice !== 'ask') return choice === 'allow' ? 'yes' : lookupOff();
  const answer = await answerTo('information', 'Look this up on the internet?', explanation(), allow, once, never);
  if (answer === allow || answer === never) await remember(answer === allow ? 'allow' : 'never');
  return answer === allow || answer === once ? 'yes' : answer === never ? lookupOff() : 'stopped';
}

/** Kept for all windows. Where settings can't be written, it is asked again next time. */
async function remember(choice: Choice): Promise<void> {
  try {
    await vscode.workspace.getConfiguration().update(settings.lookup.name, choice, vscode.ConfigurationTarget.Global);
  } catch {
    // The answer counts for this time.
  }
}
