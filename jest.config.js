// A forgotten time zone fails here, because nothing in Familjepeppen happens in New York.
process.env.TZ = 'America/New_York';

/** What specs and stories have in common: native ES modules, TypeScript through swc. */
const project = {
  testEnvironment: 'node',
  injectGlobals: false,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // How is told in .swcrc.
  transform: { '^.+\\.ts$': '@swc/jest' },
};

export default {
  // Native ES modules keep about 18 MB per file: workers are replaced, and nothing runs in band.
  maxWorkers: 2,
  workerIdleMemoryLimit: '300MB',
  // Long enough for a machine that is busy with something else; what hangs is found out all the same.
  testTimeout: 300_000,
  projects: [
    { ...project, displayName: 'specs', testMatch: ['<rootDir>/{src,migrations}/**/*.spec.ts'] },
    {
      ...project,
      displayName: 'stories',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/'],
      globalSetup: '<rootDir>/test/support/run-folder.ts',
      globalTeardown: '<rootDir>/test/support/clear-run-folder.ts',
    },
    {
      ...project,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/run-folder.ts',
      globalTeardown: '<rootDir>/test/support/clear-run-folder.ts',
    },
  ],
};
