// Two projects: `unit` is quick and needs nothing but Node; `whole` runs the built command, trainings and files of ../shared.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // pure functions: one module graph for all files of a worker, which halves the time
          isolate: false,
          setupFiles: ['test/setup.ts'],
          include: ['src', 'app', 'recorder/tfjs', 'test/unit', 'tools'].map((folder) => `${folder}/**/*.test.ts`),
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'whole',
          include: ['test/whole/**/*.test.ts', 'test/browser/**/*.test.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
