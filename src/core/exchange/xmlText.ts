/** Text as XML 1.0 can hold it. */

/** What XML has no place for; half a surrogate pair is no character either. */
const impossible = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

/** Between tags. */
export const xmlText = (text: string): string => text.replace(impossible, '').replace(/[&<>\r]/g, (sign) => entities[sign] ?? sign);

/** In quotation marks: line ends survive, which a reader would make spaces. */
export const xmlValue = (text: string): string => text.replace(impossible, '').replace(/[&<>"\t\n\r]/g, (sign) => entities[sign] ?? sign);

/** An element. Attributes and content that are undefined are left out; an element without content closes itself. */
export function element(name: string, attributes: { readonly [name: string]: string | number | undefined }, ...content: readonly (string | undefined)[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlValue(String(value))}"`])).join('');
  const inside = content.filter((part) => part !== undefined).join('');
  return inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
