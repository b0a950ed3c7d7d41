// Stands in for every package that fetches: nothing that we ship can reach the network through a library.
const refuse = () => {
  throw new Error('Commonplace does not use the network.');
};
module.exports = Object.assign(refuse, {
  default: refuse,
  fetch: refuse,
  Headers: refuse,
  Request: refuse,
  Response: refuse,
});
