// What property tests begin with. Where the project is tested as a whole they always try the same, so that what fails there was brought by the change; at one’s
// own desk they try something else each time, and find what nobody thought of. COMMONPLACE_SEED sets it.
const fc = require('fast-check');

const { COMMONPLACE_SEED, CI } = process.env;
if (COMMONPLACE_SEED !== undefined || CI) fc.configureGlobal({ seed: Number(COMMONPLACE_SEED ?? 20260914) });
