// A run that is interrupted tidies up as one that ends: what is registered for 'exit' happens.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
process.once('SIGHUP', () => process.exit(129));
