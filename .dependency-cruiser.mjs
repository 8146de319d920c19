// The direction of the house: packages <- engines <- features <- apps, never back and never sideways.
const outside = (folder) => `^(?!${folder})`;

/** Packages stand on one another in this order; a package imports only what comes before it. */
const storeys = [
  'kernel',
  'db',
  '(?:pack|files|sheets|jobs|documents|reading)',
  'access',
  '(?:calendar|telling)',
  'http',
  'ui',
];
const packageOrder = storeys.slice(0, -1).map((storey, index) => ({
  name: `package-order-${index}`,
  comment: 'A package imports only packages that come before it.',
  severity: 'error',
  from: { path: `^packages/${storey}/`, pathNot: '/test/' },
  to: { path: `^packages/(?:${storeys.slice(index + 1).join('|')})/` },
}));

const published = '^packages/kernel/[^/]+[.]ts$|^packages/[^/]+/(?:index|testing|client)[.]ts$';

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...packageOrder,
    {
      name: 'packages-stay-below',
      severity: 'error',
      from: { path: '^packages/', pathNot: '/test/' },
      to: { path: '^(?:engines|features|apps|tools|test)/' },
    },
    {
      name: 'package-by-its-door',
      comment: 'Another package is entered by its index, client or testing file; kernel by one of its nouns.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: `^packages/$1/|${published}` },
    },
    {
      name: 'package-door-from-above',
      severity: 'error',
      from: { path: outside('packages/') },
      to: { path: '^packages/', pathNot: published },
    },
    {
      name: 'engines-stay-below',
      severity: 'error',
      from: { path: '^engines/', pathNot: '/test/' },
      to: { path: '^(?:features|apps|tools|test)/' },
    },
    {
      name: 'engines-never-sideways',
      severity: 'error',
      from: { path: '^engines/([^/]+)/', pathNot: '/test/' },
      to: { path: '^engines/', pathNot: '^engines/$1/' },
    },
    {
      name: 'engine-by-its-door',
      severity: 'error',
      from: { path: outside('engines/') },
      to: { path: '^engines/', pathNot: '^engines/[^/]+/index[.]ts$' },
    },
    {
      name: 'features-stay-below',
      severity: 'error',
      from: { path: '^features/', pathNot: '/test/' },
      to: { path: '^(?:apps|tools|test)/' },
    },
    {
      name: 'feature-by-its-contract',
      severity: 'error',
      from: { path: '^features/([^/]+)/', pathNot: '/test/' },
      to: { path: '^features/', pathNot: '^features/$1/|^features/[^/]+/contract[.]ts$' },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ imports kernel and itself; types of what it reads are allowed.',
      severity: 'error',
      from: { path: '^(?:engines|features)/([^/]+)/domain/' },
      to: {
        pathNot: '^packages/kernel/|^(?:engines|features)/$1/domain/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      from: { path: '^packages/kernel/', pathNot: '/test/' },
      to: { pathNot: '^packages/kernel/|^(?:node:)?crypto$' },
    },
    {
      name: 'screens-see-contracts-only',
      severity: 'error',
      from: { path: '^features/([^/]+)/screens/' },
      to: {
        path: '^(?:packages|engines|features|apps|tools)/',
        pathNot:
          '^features/$1/(?:screens/|texts[.]ts$)|^features/[^/]+/contract[.]ts$|^packages/(?:ui/index|http/(?:client|index)|kernel/[^/]+)[.]ts$',
      },
    },
    {
      name: 'server-never-sees-screens',
      severity: 'error',
      from: { path: '^(?!features/[^/]+/screens/|apps/web/)' },
      to: { path: '^features/[^/]+/screens/|^apps/web/|[.]tsx$', pathNot: '^packages/ui/' },
    },
    {
      name: 'only-screens-see-ui',
      severity: 'error',
      from: { path: '^(?!features/[^/]+/screens/|apps/web/|packages/ui/)' },
      to: { path: '^packages/ui/' },
    },
    {
      name: 'product-never-sees-tests',
      severity: 'error',
      from: { pathNot: '(?:^|/)test/|^packages/[^/]+/testing[.]ts$|^tools/|^bench/|vitest[.]config' },
      to: { path: '(?:^|/)test/|^packages/[^/]+/testing[.]ts$|^tools/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      importsFields: ['imports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    skipAnalysisNotInRules: false,
  },
};
