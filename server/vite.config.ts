import { defineConfig } from 'vite';

/** One ESM bundle per entry; packages stay in node_modules, the workspace's own code goes in. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'main.ts',
        cli: 'cli.ts',
        bench: 'bench/main.ts',
        'score-adapter': 'articles/search/score-adapter.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@beseda\//] },
});
