import assert from 'node:assert/strict';
import { isNoise } from '../../../src/core/parsing/noise';
import { looksLikeName } from '../../../src/core/parsing/pages/profile/names';

describe('Menus and buttons of sites', () => {
  it('are known by their words, whatever the site', () => {
    const lines = ['Hide Affiliations', 'Browse Figures', 'Email alerts', 'Subscribe to our newsletter', 'Download citation', 'Zapisz', 'Teilen', 'Télécharger', 'Compartir este artículo', 'Поделиться', 'Baixar artigo', 'Navbar Search Filter'];
    assert.deepEqual(lines.filter((line) => !isNoise(line)), []);
  });

  it('are known when the ends of buttons were lost, and as names of icons', () => {
    const lines = ['MenuMenu', 'pdfPDF', 'Skip to search formSkip to main contentSkip to account menu', 'Downloadkeyboard_arrow_down', 'Share expand_more', 'CrossMark LogoCrossMark'];
    assert.deepEqual(lines.filter((line) => !isNoise(line)), ['CrossMark LogoCrossMark']);
  });

  it('are no titles, though these may hold words of theirs', () => {
    const titles = ['Sharing Power', 'Search and Rescue at the Border', 'The Cookie Directive', 'A View from the Top', 'Reading the Menu of Manipulation', 'Download Democracy: Notes on an App', 'Most Read the Law', 'Follow the Leader', 'Who Will Buy', 'Поиск национальной идеи', 'McKinsey'];
    assert.deepEqual(titles.filter(isNoise), []);
  });

  it('are nobody’s name', () => {
    assert.deepEqual(['Hide Affiliations', 'Browse Figures', 'Contact Us', 'Share Icon'].filter(looksLikeName), []);
    assert.ok(looksLikeName('Nazanin Rahimi-Vasquez'));
  });
});
