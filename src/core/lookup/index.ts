/** Door of the look-up: identifiers in, records of services out, and what they say otherwise than a source. */
export { bareIdentifiers, identifierKinds, identifierIn, identifierOf, identifiersIn, mostIdentifiers, type Identifier, type IdentifierKind } from './identifier';
export type { Door, Reply, Request } from './door';
export { lookupHosts, serviceNames } from './services';
export { lookUp, type LookedUp } from './lookUp';
export { differencesOf, takeDifferences, valueInWords, type Difference } from './differences';
