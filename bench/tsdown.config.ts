import { defineConfig } from 'tsdown';

/** The benchmarks are measured as the program is run: as one bundle, with nothing to load on the way. */
export default defineConfig({
  entry: { bench: 'bench.ts', memory: 'memory.ts', 'montecarlo-worker': 'montecarlo-worker.ts' },
  outDir: '../dist/bench',
  platform: 'node',
  fixedExtension: false,
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  dts: false,
});
