// Stands in for every package that fetches: nothing that we ship can reach the network through a library.
const refuse = () => {
  throw new Error('Commonplace does not use the network.');
};
const doubles = { fetch: refuse, Headers: refuse, Request: refuse, Response: refuse };
/** Called without an address, as `fetch-ponyfill` is when it is loaded, it hands out its parts; with one, it refuses. */
const ponyfill = (...asked) => (asked.length === 0 ? doubles : refuse());
module.exports = Object.assign(ponyfill, { default: ponyfill, ...doubles });
