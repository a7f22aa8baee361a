const compiler = {
  transform: {
    '^.+\\.tsx?$': [
      'ts-jest',
      {
        isolatedModules: true,
        // Types are checked by `npm run check`; here speed matters, so the compiler only strips them.
        diagnostics: false,
        tsconfig: {
          module: 'CommonJS',
          moduleResolution: 'Node10',
          target: 'ES2022',
          jsx: 'react-jsx',
          esModuleInterop: true,
          resolveJsonModule: true,
          ignoreDeprecations: '5.0',
        },
      },
    ],
  },
  testEnvironment: 'node',
  // Absolute: jest takes a project's root relative to the root of the whole, not to this file.
  rootDir: require('node:path').resolve(__dirname, '..'),
  moduleNameMapper: {
    '\\.module\\.css$': '<rootDir>/tests/support/css-module.cjs',
    '\\.css$': '<rootDir>/tests/support/css-module.cjs',
  },
};

const suite = (name) => ({ ...compiler, displayName: name, testMatch: [`<rootDir>/tests/${name}/**/*.test.ts?(x)`] });

/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  maxWorkers: 3,
  testSequencer: '<rootDir>/tests/support/longest-first-sequencer.cjs',
  reporters: ['default', '<rootDir>/tests/support/plain-summary-reporter.cjs'],
  projects: ['unit', 'guardrails', 'conformance', 'app', 'browser'].map(suite),
  testTimeout: 60000,
};
