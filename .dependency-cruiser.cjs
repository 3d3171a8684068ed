/**
 * The layers of the code, from the lowest to the highest: a file imports only downwards. This list is
 * the documentation; src/README.md tells why.
 */
const LAYERS = [
  'kernel',
  'platform',
  'staff',
  'programmes',
  'rounds',
  'participants',
  'enrolments',
  'attendance',
  'reminders',
  'library',
  'action-plan',
  'site',
  'demo',
];

/** What one feature may use of another. */
const SURFACE = '\\.(entity|service|queries|rules|module)\\.ts$';
const FEATURES = LAYERS.slice(2);

const upward = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `${layer}-imports-downwards`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${LAYERS.slice(index + 1).join('|')}|cli)/|^src/(app\\.module|main|serve|create-app)` },
}));

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: 'node_modules/(?!temporal-polyfill)', dependencyTypesNot: ['npm-dev'] },
    },
    {
      name: 'features-by-their-surface',
      comment: 'From another feature only entities, services, queries, rules and modules.',
      severity: 'error',
      from: { path: `^src/(${FEATURES.join('|')})/`, pathNot: '^src/(demo)/' },
      to: {
        path: `^src/(${FEATURES.join('|')})/`,
        pathNot: [`^src/$1/`, SURFACE],
      },
    },
    {
      name: 'pure-files-know-no-framework',
      comment: '.rules, .view and .mails import neither Nest nor TypeORM values.',
      severity: 'error',
      from: { path: '\\.(rules|view|mails)\\.ts$' },
      to: {
        path: 'node_modules/(@nestjs|typeorm)/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$|^dist|\\.json$' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'], conditionNames: ['import', 'node', 'default'] },
  },
};
