/** Mocha's build for browsers: it makes the globals. */
declare module 'mocha/mocha';
/** Made by the build: imports every test of test/integration/web. */
declare module 'commonplace:web-tests';
