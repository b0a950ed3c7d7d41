/** A reference list in its web view. What is copied here keeps its italics: a page can write HTML to the clipboard, the editor can’t. */
import type { FromReferenceList, ListedReference, Run, RunLook, ToReferenceList } from '../../src/protocol';
import { element } from '../element';

declare function acquireVsCodeApi(): { postMessage(message: FromReferenceList): void };

const host = acquireVsCodeApi();
let list: ToReferenceList | undefined;

const copyButton = element('button', { onclick: () => copyAll(), disabled: true }, 'Copy with Italics');
const styleButton = element('button', { class: 'quiet', onclick: () => host.postMessage({ kind: 'chooseStyle' }) }, 'Change Style…');
const heading = element('h1', {});
const about = element('p', { class: 'about' });
const status = element('p', { class: 'status', role: 'status' });
const unknown = element('p', { class: 'unknown', hidden: true });
const entries = element('ol', { 'class': 'entries', 'aria-label': 'References', 'tabindex': 0 });
const empty = element('div', { class: 'empty', hidden: true }, element('h2', {}, 'There is nothing to list yet.'), element('p', {}, 'Cite a source in the draft with “Commonplace: Insert Citation”; the list follows what you write.'));
document.getElementById('references')?.append(element('header', {}, heading, about, element('div', { class: 'tools' }, copyButton, styleButton), status, unknown), entries, empty);

const tags: { readonly [L in RunLook]: keyof HTMLElementTagNameMap } = { italic: 'i', bold: 'b', raised: 'sup', lowered: 'sub', smallCapitals: 'span', underlined: 'u' };
const inLooks = ({ text, looks }: Run): Node => looks.reduce<Node>((inside, look) => element(tags[look], { class: look }, inside), document.createTextNode(text));
const inEntry = ({ number, runs }: ListedReference): HTMLElement => element('li', {}, number === '' ? undefined : element('span', { class: 'number' }, `${number} `), ...runs.map(inLooks));

function show(next: ToReferenceList): void {
  const isFirst = list === undefined;
  list = next;
  const count = next.entries.length;
  heading.textContent = next.heading;
  about.textContent = `${count === 1 ? '1 reference' : `${count} references`} in the style ${next.style}`;
  entries.replaceChildren(...next.entries.map(inEntry));
  entries.hidden = count === 0;
  empty.hidden = count > 0;
  copyButton.disabled = count === 0;
  unknown.hidden = next.unknown.length === 0;
  unknown.textContent = `Not in the list, for no source has ${next.unknown.length === 1 ? 'this key' : 'these keys'}: ${next.unknown.join(', ')}`;
  if (next.said !== '') status.textContent = next.said;
  if (isFirst || next.said !== '') (count > 0 ? copyButton : styleButton).focus();
}

/** The whole list, as HTML and as plain text, by way of the page’s own copying: so it works wherever pages may copy at all. */
function copyAll(): void {
  window.getSelection()?.removeAllRanges();
  const isDone = document.execCommand('copy');
  if (!isDone) status.textContent = 'The browser did not let this page copy. Select the references and press Ctrl+C (on a Mac Cmd+C).';
}

document.addEventListener('copy', (event) => {
  const selected = window.getSelection();
  // A part that somebody selected is copied as it stands.
  if (list === undefined || list.entries.length === 0 || event.clipboardData === null || (selected !== null && !selected.isCollapsed)) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', list.text);
  event.clipboardData.setData('text/html', list.html);
  const { length } = list.entries;
  status.textContent = `${length === 1 ? 'The reference is' : `${length} references are`} on the clipboard, with italics and as plain text.`;
});

window.addEventListener('message', ({ data }: MessageEvent<ToReferenceList>) => { if (data.kind === 'list') show(data); });
host.postMessage({ kind: 'ready' });
