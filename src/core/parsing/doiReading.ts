/** What the DOIs of some journals say about volume, issue and pages. Always an offer: never filled in unasked. */

/** The fields that a DOI spells out. */
export type DoiReading = { readonly volume?: string; readonly issue?: string; readonly page?: string };

const issn = '\\d{4}-\\d{3}[\\dX]';
const year = '(?:19|20)\\d\\d';
const volumeIssuePages = (before: string): RegExp =>
  new RegExp(`^${before}/${issn}-${year}-(?<volume>\\d{1,3})-(?<issue>\\d{1,3})-(?<first>\\d{1,4})-(?<last>\\d{1,4})$`, 'iu');

const journals: readonly RegExp[] = [
  volumeIssuePages('10\\.31278'), // Russia in Global Affairs
  volumeIssuePages('10\\.20542'), // World Economy and International Relations
  volumeIssuePages('10\\.22363'), // the Vestnik series of RUDN University
  // MGIMO Review of International Relations: the third number counts issues since the first
  new RegExp(`^10\\.24833/${issn}-${year}-(?<issue>\\d{1,2})-\\d{1,3}-(?<first>\\d{1,4})-(?<last>\\d{1,4})$`, 'iu'),
  new RegExp(`^10\\.17323/${issn}-${year}-0?(?<issue>\\d{1,2})-\\d{1,3}$`, 'iu'), // International Organisations Research Journal
  new RegExp(`^10\\.17976/jpps/${year}\\.0?(?<issue>\\d{1,2})\\.\\d{1,3}$`, 'iu'), // Polis. Political Studies
];

/** Volume, issue and pages as this DOI spells them, for the journals whose DOIs do; else undefined. */
export function readingOfDoi(doi: string): DoiReading | undefined {
  for (const journal of journals) {
    const groups = journal.exec(doi)?.groups;
    if (groups !== undefined) return readingOf(groups);
  }
  return undefined;
}

function readingOf(groups: { readonly [name: string]: string | undefined }): DoiReading {
  const { volume, issue, first, last } = groups;
  const pages = first !== undefined && last !== undefined && Number(last) >= Number(first);
  return {
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages ? { page: `${first}-${last}` } : {}),
  };
}
