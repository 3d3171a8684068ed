import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Code that runs without the compiler: in Node, or as it is in a browser. */
const PLAIN_JAVASCRIPT = ['**/*.js', '**/*.mjs', '**/*.cjs'];

const NODE = {
  Buffer: 'readonly',
  clearInterval: 'readonly',
  clearTimeout: 'readonly',
  console: 'readonly',
  module: 'writable',
  performance: 'readonly',
  process: 'readonly',
  setInterval: 'readonly',
  setTimeout: 'readonly',
  URL: 'readonly',
};
const BROWSER = {
  crypto: 'readonly',
  document: 'readonly',
  location: 'readonly',
  sessionStorage: 'readonly',
  window: 'readonly',
};

/** What the time is, is said by the injected Clock. */
const NOW = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "MemberExpression[object.name='Temporal'][property.name='Now']",
].map((selector) => ({ selector, message: 'Ask the Clock.' }));

/** Errors quote addresses and codes: what may be logged of one is decided in one place. */
const FAULTS = [
  "ImportDeclaration[source.value='@nestjs/common'] > ImportSpecifier[imported.name=/^(Console)?Logger$/]",
  "MemberExpression[property.name='stack']",
  "MemberExpression[object.name=/^(e|err|error|fault|failure|cause|reason|thrown)$/][property.name='message']",
  "CallExpression[callee.name='String'][arguments.0.name=/^(e|err|error|fault|failure|cause|thrown)$/]",
  "MemberExpression[object.name='process'][property.name='stderr']",
  "ImportDeclaration[source.value='node:util'] > ImportSpecifier[imported.name='inspect']",
].map((selector) => ({ selector, message: 'Hand the error to Log, or use faultLine.' }));

/** These say what an error means, or what a person is to do about one whose words are ours. */
const KNOW_FAULTS = [
  'src/kernel/fault.ts',
  'src/platform/log.ts',
  'src/main.ts',
  'src/serve.ts',
  'src/cli/main.ts',
];

export default tseslint.config(
  { ignores: ['dist', 'public', 'var', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Brackets say that the key may be missing: process.env['PORT'].
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // How another library's interface is widened.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // The way to copy an object without some of its keys.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**', 'migrations/**'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { name: '@nestjs/common', importNames: ['forwardRef'], message: 'Layers have no circles.' },
        { name: '@nestjs/typeorm', importNames: ['InjectRepository'], message: 'Use Database.' },
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: ['**/*.spec.ts', 'src/kernel/clock.ts', ...KNOW_FAULTS],
    rules: {
      'no-restricted-syntax': ['error', ...NOW, ...FAULTS],
    },
  },
  {
    files: KNOW_FAULTS,
    rules: {
      'no-restricted-syntax': ['error', ...NOW],
    },
  },
  {
    // Tests are few and long, because each file keeps 18 MB of its worker.
    files: ['test/**', 'bench/**', '**/*.spec.ts'],
    rules: {
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Lists of texts and of columns.
    files: ['src/demo/content/**', 'migrations/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    ...tseslint.configs.disableTypeChecked,
    files: PLAIN_JAVASCRIPT,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: NODE,
    },
  },
  { files: ['assets/**'], languageOptions: { globals: BROWSER } },
);
