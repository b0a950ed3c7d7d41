/** The colours of a picture: those of the theme, or those for paper. */
import type { Palette } from './pictures/picture';

/** For files: dark on white, told apart in print and by the colour-blind. */
export const paper: Palette = {
  ground: '#ffffff', text: '#1f1f1f', quiet: '#5f5f5f', line: '#c8c8c8', accent: '#1f5fa8', pro: '#1b7f5c', contra: '#c2410c', mixed: '#7b5ea7',
  font: 'system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif',
};

const variables: { readonly [P in keyof Palette]: readonly string[] } = {
  ground: ['--vscode-editor-background'], text: ['--vscode-foreground', '--vscode-editor-foreground'], quiet: ['--vscode-descriptionForeground', '--vscode-foreground'],
  line: ['--vscode-widget-border', '--vscode-contrastBorder', '--vscode-panel-border', '--vscode-editorIndentGuide-background1'], accent: ['--vscode-charts-blue', '--vscode-textLink-foreground'],
  pro: ['--vscode-charts-green'], contra: ['--vscode-charts-red'], mixed: ['--vscode-charts-purple', '--vscode-charts-yellow'], font: ['--vscode-font-family'],
};

/** The colours of the theme that is on. */
export function themed(): Palette {
  const style = getComputedStyle(document.documentElement);
  const found = Object.entries(variables).map(([part, names]) => [part, names.map((name) => style.getPropertyValue(name).trim()).find((value) => value !== '') ?? paper[part as keyof Palette]]);
  return Object.fromEntries(found) as Palette;
}
