const OLDEST_NODE = [24, 9] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  process.stderr.write(
    `Familjepeppen needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. ` +
      'Start it with npm start, which brings its own.\n',
  );
  process.exit(1);
}

// Database files, their folder, caches: what this process makes is nobody else's to read.
process.umask(0o077);
// Only now: what the app imports does not load under an older Node.
const { enableCompileCache } = await import('node:module');
const { inProject } = await import('./platform/config/paths.js');
// Half of a start is compiling what was compiled the last time. Where nothing can be kept it takes longer.
enableCompileCache(inProject('var', 'compile-cache'));
const { endAtUncaughtFaults } = await import('./platform/log.js');
endAtUncaughtFaults();
const { serve } = await import('./serve.js');
await serve();
