/** What differs between the desktop (and remote) host and VS Code for the Web; each front door brings its own. */
import type * as vscode from 'vscode';
import type { Engine } from '../core/enginePort';
import type { Packer } from '../core/library';
import type { Disk } from './disk';
import type { PutOver } from './writeOut';

export type Platform = {
  diskOf(folder: vscode.Uri): Disk;
  /** The disk under a folder of the extension's own; what is removed there is deleted. */
  storageOf(folder: vscode.Uri): Disk;
  /** How an export is put where the person says so that what stood there is never half replaced; none where node’s `fs` is not at hand. */
  readonly putOver?: PutOver;
  /** What packs long texts while they are held; none where node’s `zlib` is not at hand. */
  readonly packer?: () => Promise<Packer>;
  /** The heavy readers and formatters on another thread, started when first asked. */
  engine(extension: vscode.Uri): Engine;
  /** How this program names itself to services on the network; a browser does so itself. */
  agentOf(version: string): string | undefined;
  /** The name git knows the person by in this folder, if it can be told without running anything. */
  authorOf(folder: vscode.Uri): Promise<string | undefined>;
};
