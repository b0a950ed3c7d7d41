/** A bibliography of any size as reference managers write it. */

/** An entry as reference managers write it, with a number in all that names it. */
const entry = (at: number): string => `@article{okonjo${at},
  author = {Okonjo, Ada and {van der Meer}, Joris P. and M{\\"u}ller-L{\\"u}denscheidt, J{\\"o}rg},
  title = {The {Quiet} Vetoes of Session ${at}: Evidence from Minutes \\& Diaries},
  journal = {Review of Imaginary Politics}, year = {${1950 + (at % 70)}}, month = mar, volume = {${1 + (at % 60)}}, number = {${1 + (at % 4)}}, pages = {${at}--${at + 23}},
  doi = {10.5555/rip.${at}}, issn = {1234-5679}, keywords = {vetoes, minutes, parliaments}, file = {Full Text:files/${at}/okonjo.pdf:application/pdf},
  abstract = {Vetoes that nobody hears are vetoes all the same. We count such cases in nine assemblies and one council over ${at} sittings and show that they decide how quarrels about the budget end; the other vetoes serve the public and the minutes.}
}
`;

/** So many entries of BibTeX. */
export const entries = (count: number): string => Array.from({ length: count }, (_, at) => entry(at)).join('\n');
