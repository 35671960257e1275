import { defineConfig } from 'tsdown';

/** The benchmarks are measured as the program is run: as one bundle, with nothing to load on the way. */
export default defineConfig({
  entry: { bench: 'bench.ts', memory: 'memory.ts', 'montecarlo-worker': 'montecarlo-worker.ts' },
  outDir: '../dist/bench',
  platform: 'node',
  fixedExtension: false,
  // The browser's package finds its files beside itself.
  deps: {
    alwaysBundle: [/.*/],
    neverBundle: [/^playwright-core/, /^@sparticuz/],
    onlyBundle: false,
  },
  dts: false,
});
