// The few assertions that tests in the browser's extension host may use: node:assert is not there.
class AssertionError extends Error {
  name = 'AssertionError';
}
const refuse = (message, otherwise) => {
  throw message instanceof Error ? message : new AssertionError(message ?? otherwise);
};
const show = (value) => (typeof value === 'string' ? JSON.stringify(value) : String(JSON.stringify(value, undefined, 1)));
const plain = (value) => typeof value === 'object' && value !== null;

function same(a, b) {
  if (Object.is(a, b)) return true;
  if (!plain(a) || !plain(b) || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

export const ok = (value, message) => value || refuse(message, `${show(value)} is not truthy`);
export const equal = (a, b, message) => Object.is(a, b) || refuse(message, `${show(a)} is not ${show(b)}`);
export const notEqual = (a, b, message) => !Object.is(a, b) || refuse(message, `${show(a)} is what it must not be`);
export const deepEqual = (a, b, message) => same(a, b) || refuse(message, `${show(a)} does not equal ${show(b)}`);
export const match = (text, pattern, message) => pattern.test(text) || refuse(message, `${show(text)} does not match ${pattern}`);
export const doesNotMatch = (text, pattern, message) => !pattern.test(text) || refuse(message, `${show(text)} matches ${pattern}`);
export const fail = (message) => refuse(message, 'Failed');
export const [strictEqual, notStrictEqual, deepStrictEqual] = [equal, notEqual, deepEqual];

export default Object.assign(ok, { ok, equal, notEqual, deepEqual, strictEqual, notStrictEqual, deepStrictEqual, match, doesNotMatch, fail });
