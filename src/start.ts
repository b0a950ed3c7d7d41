/** What both front doors do: make the app, register the features. */
import type * as vscode from 'vscode';
import * as checkCitations from './features/checkCitations';
import * as bringIntoDraft from './features/bringIntoDraft';
import * as chooseStyle from './features/chooseStyle';
import * as compareCoders from './features/compareCoders';
import * as copyReferences from './features/copyReferences';
import * as exportSources from './features/exportSources';
import * as completeCitation from './features/completeCitation';
import * as exchangeNotes from './features/exchangeNotes';
import * as generateBibliography from './features/generateBibliography';
import * as highlights from './features/highlights';
import * as hoverCitation from './features/hoverCitation';
import * as insertCitation from './features/insertCitation';
import * as lookUp from './features/lookUp';
import * as lostPassages from './features/lostPassages';
import * as mergeByNote from './features/mergeByNote';
import * as navigateCitations from './features/navigateCitations';
import * as newNote from './features/newNote';
import * as passages from './features/passages';
import * as pasteSources from './features/pasteSources';
import * as previewCitations from './features/previewCitations';
import * as regenerateKeys from './features/regenerateKeys';
import * as renameKey from './features/renameKey';
import * as relateNotes from './features/relateNotes';
import * as restoreVersion from './features/restoreVersion';
import * as review from './features/review';
import * as savedViews from './features/savedViews';
import * as sourceActions from './features/sourceActions';
import * as sourceLanguage from './features/sourceLanguage';
import * as sourcesTree from './features/sourcesTree';
import * as synthesis from './features/synthesis';
import * as tagsTree from './features/tagsTree';
import * as thisDraft from './features/thisDraft';
import * as takeFromLink from './features/takeFromLink';
import * as vanishedSources from './features/vanishedSources';
import { makeApp } from './host/app';
import type { Platform } from './host/platform';

const features = [
  pasteSources, sourcesTree, sourceActions, review, synthesis, tagsTree, newNote, highlights, sourceLanguage, insertCitation, completeCitation, hoverCitation, lookUp,
  generateBibliography, checkCitations, navigateCitations, renameKey, regenerateKeys, thisDraft, chooseStyle, previewCitations,
  copyReferences, exportSources, bringIntoDraft, takeFromLink, savedViews, passages, relateNotes, lostPassages,
  mergeByNote, compareCoders, exchangeNotes, restoreVersion, vanishedSources,
];

/** What VS Code's own extensions may call. */
export type Api = { readonly extendMarkdownIt: typeof previewCitations.extendMarkdownIt };

export function start(extension: vscode.ExtensionContext, platform: Platform): Api {
  const app = makeApp(extension, platform);
  extension.subscriptions.push(...features.map((feature) => feature.register(app)));
  return { extendMarkdownIt: previewCitations.extendMarkdownIt };
}
