import { defineConfig, type UserConfig } from 'tsdown';

const program = { outDir: 'dist/cli', platform: 'node', minify: true, dts: false } as const;
// What draws PNG is native code, loaded only when one is asked for.
const whole: UserConfig['deps'] = {
  alwaysBundle: [/^(?!@resvg\/)/],
  neverBundle: [/^@resvg\//],
  onlyBundle: false,
};

// The program is bundled whole, for its start; the library leaves its dependencies to the package that uses it.
export default defineConfig([
  {
    ...program,
    entry: { run: 'src/cli/run.ts' },
    format: 'cjs',
    deps: whole,
    outputOptions: { codeSplitting: false },
  },
  {
    ...program,
    entry: {
      chancery: 'src/cli/chancery.ts',
      keep: 'src/cli/keep.ts',
      'runs-worker': 'src/cli/runs-worker.ts',
    },
    fixedExtension: false,
    deps: whole,
    clean: false,
  },
  // The page's program is one function, which its workers run too: it knows its own text.
  {
    entry: { page: 'src/web/main.tsx' },
    outDir: 'dist/page',
    platform: 'browser',
    format: 'esm',
    minify: true,
    dts: false,
    deps: whole,
    fixedExtension: false,
    copy: ['src/web/**/*.css'],
    inputOptions: { transform: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
    outputOptions: { codeSplitting: false, banner: 'function chancery() {', footer: '}\nchancery();' },
  },
  { entry: { index: 'src/index.ts' }, outDir: 'dist/lib', platform: 'neutral', dts: true },
]);
