/** Door of the look-up, loaded when it is first used: the network, the question whether it may be used, what is looked up. */
export * from '../../core/lookup';
export { mayLookUp } from './consent';
export { NetworkDoor } from './networkDoor';
