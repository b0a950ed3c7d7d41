/** Packages that come without types: readers that know nothing of ours, to compare with. */
declare module '@citation-js/core';
declare module '@citation-js/plugin-bibtex';
