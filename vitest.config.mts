import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One name for each kind of test: `npx vitest run --project unit`.
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{types,cloudfunctions,src}/**/*.test.ts'],
          // Properties run beside other steps on two cores.
          testTimeout: 60_000,
        },
      },
      {
        // The phone's hooks, as WeChat's build takes them, on a platform that the test plays.
        resolve: {
          extensions: ['.weapp.ts', '.weapp.tsx', '.mts', '.ts', '.tsx', '.mjs', '.js', '.json'],
        },
        test: {
          name: 'phone',
          include: ['test/phone/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'architecture',
          include: ['test/architecture.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'cloud',
          include: ['test/{features,faults,models,races,kernel,permissions}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'weapp',
          include: ['test/weapp/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'looks',
          include: ['test/looks/**/*.test.ts'],
          // A desk's page on which much opens is looked at some sixty times.
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'budgets',
          include: ['test/budgets/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    // Each file starts a cloud of its own with instances of its own: two at a time fill two cores.
    pool: 'forks',
    maxWorkers: 2,
  },
})
