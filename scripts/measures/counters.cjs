// For mocha: what the counters of branches.mjs say is written to COMMONPLACE_COUNTERS when the run is over.
const fs = require('node:fs');

globalThis.commonplaceCounters = new Uint32Array(1 << 18);
process.on('exit', () => fs.writeFileSync(process.env.COMMONPLACE_COUNTERS, Buffer.from(globalThis.commonplaceCounters.buffer)));
