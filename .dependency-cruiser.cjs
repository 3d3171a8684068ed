/**
 * The layers of the code, from the lowest to the highest: a file imports only downwards, and types
 * count. This list is the documentation; src/README.md tells why.
 */
const LAYERS = [
  'kernel',
  'platform',
  'staff',
  'programmes',
  'rounds',
  'participants',
  'enrolments',
  'interest',
  'attendance',
  'reminders',
  'my-courses',
  'library',
  'action-plan',
  'site',
  'demo',
];

/** What stands on top of all layers and is imported by none of them. */
const TOP = ['^src/(app\\.module|create-app|main|serve)\\.ts$', '^src/cli/'];

/** The features, without what joins them (`site`) and what fills them (`demo`). */
const FEATURES = LAYERS.slice(2, -2);

/** What one feature may use of another. */
const SURFACE = '\\.(entity|service|queries|rules|module)\\.ts$';

/** What a file of a feature may be; src/README.md tells what each is. */
const KINDS =
  '\\.(controller|form|service|writes|rules|entity|queries|view|mails|load|guard|strategy|texts|module)\\.ts$';

const upward = LAYERS.map((layer, index) => ({
  name: `${layer}-imports-downwards`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: [...LAYERS.slice(index + 1).map((higher) => `^src/${higher}/`), ...TOP] },
}));

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every-folder-is-a-layer',
      comment: 'A new folder under src stands in LAYERS above.',
      severity: 'error',
      from: { path: `^src/(?!(${LAYERS.join('|')}|cli)/)[^/]+/` },
      to: {},
    },
    {
      name: 'kernel-is-pure',
      comment: 'Of libraries only the one for time.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(?!temporal-)' },
    },
    {
      name: 'every-file-is-of-a-kind',
      comment: 'A new kind stands in KINDS above and in src/README.md.',
      severity: 'error',
      from: {},
      to: {
        path: `^src/(${LAYERS.slice(2).join('|')})/`,
        pathNot: [KINDS, '^src/demo/content/'],
      },
    },
    {
      name: 'features-by-their-surface',
      comment: 'From another feature only entities, services, queries, rules and modules.',
      severity: 'error',
      from: { path: `^src/(${FEATURES.join('|')})/` },
      to: { path: `^src/(${FEATURES.join('|')})/`, pathNot: [`^src/$1/`, SURFACE] },
    },
    {
      name: 'site-joins-features',
      comment: 'Pages that join features may besides show a part as its own feature shows it.',
      severity: 'error',
      from: { path: '^src/site/' },
      to: {
        path: `^src/(${FEATURES.join('|')})/`,
        pathNot: [SURFACE, '\\.view\\.ts$'],
      },
    },
    {
      name: 'pure-files-know-no-framework',
      comment: '.rules, .view and .mails import neither Nest nor TypeORM values.',
      severity: 'error',
      from: { path: '\\.(rules|view|mails)\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'migrations-stand-still',
      comment: 'What has run on a real database must not change with the code: lengths only.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/', pathNot: '^src/kernel/lengths\\.ts$' },
    },
    {
      name: 'nothing-runs-on-tests',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^test/', '\\.spec\\.ts$'] },
    },
    {
      name: 'every-import-is-there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Otherwise imports of types only, which the compiler removes, would not count.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist|\\.json$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
