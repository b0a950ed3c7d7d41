// Stands in for every package that fetches: nothing that we ship can reach the network through a library.
/** Without an argument nobody is asking for an address: so fetch-ponyfill is asked, on loading, for its functions. */
const refuse = (...args) => {
  if (args.length === 0) return refuse;
  throw new Error('Commonplace does not use the network.');
};
class Headers {}
module.exports = Object.assign(refuse, { default: refuse, fetch: refuse, Headers, Request: refuse, Response: refuse });
