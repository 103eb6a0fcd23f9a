/**
 * What must never import what (docs/architecture.md). Each rule has a name and its reason; what a
 * cruiser cannot see is in test/architecture.test.ts.
 */
const FEATURE = '(?!(?:shared|home|ticker|pages|ui|lib|cloud)/)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other cannot be read, tested or removed one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'contract-imports-nothing-of-ours',
      comment: 'The contract is what both sides know: it may know neither.',
      severity: 'error',
      from: { path: '^types/contract/' },
      to: { path: '^(src|cloudfunctions|local-cloud|config|test)/' },
    },
    {
      name: 'phone-never-reaches-the-cloud',
      comment: "The phone's package must hold no cloud code, and Node.js does not exist there.",
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '^(cloudfunctions|local-cloud|config)/|node_modules/(wx-server-sdk|@cloudbase)/',
      },
    },
    {
      name: 'phone-never-uses-node',
      comment: 'There is no Node.js on a phone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'phone-takes-few-values-of-the-contract',
      comment:
        "Schemas bring valibot and every feature's shapes into the package; errors, limits, the form of codes and types are enough.",
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '^types/contract/',
        pathNot:
          '^types/contract/(errors|errors\\.text|limits|printed-code|rolling-code|uploads|usual-terms)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'cloud-never-reaches-the-phone',
      comment: 'A cloud function has no screen.',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^src/|node_modules/(@tarojs|react|react-dom)/' },
    },
    {
      name: 'one-phone-feature-never-imports-another',
      comment:
        'Features meet through routes and the contract, so that each can be removed by its name.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'pages-are-not-imported',
      comment: 'A page is an entry: whatever two pages share belongs to a feature or to ui.',
      severity: 'error',
      from: { path: '^src/(features|ui|lib|cloud)/' },
      to: { path: '^src/pages/' },
    },
    {
      name: 'only-home-composes-on-the-phone',
      comment: "One page shows several features' cards; any other page belongs to one feature.",
      severity: 'error',
      from: { path: '^src/pages/(?!home/)([^/]+)/' },
      to: { path: '^src/features/[^/]+/[^/]+\\.card\\.tsx$' },
    },
    {
      name: 'only-scan-follows-codes',
      comment:
        "One page opens every printed code; a feature's *.code.tsx says what its kind leads to.",
      severity: 'error',
      from: { path: '^src/pages/(?!scan/)([^/]+)/' },
      to: { path: '^src/features/[^/]+/[^/]+\\.code\\.tsx$' },
    },
    {
      name: 'scan-composes-from-codes-only',
      comment: 'The scan page knows kinds of codes and nothing else of the features behind them.',
      severity: 'error',
      from: { path: '^src/pages/scan/' },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/[^/]+\\.code\\.tsx$' },
    },
    {
      name: 'one-function-never-imports-another',
      comment:
        'Functions meet through the contract and the outbox. home composes their queries, ticker their jobs.',
      severity: 'error',
      from: { path: `^cloudfunctions/${FEATURE}([^/]+)/` },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/($1|shared)/' },
    },
    {
      name: 'home-composes-from-queries-only',
      comment: 'A query cannot write, so the home screen cannot either.',
      severity: 'error',
      from: { path: '^cloudfunctions/home/' },
      to: {
        path: '^cloudfunctions/',
        pathNot: '^cloudfunctions/(home|shared)/|^cloudfunctions/[^/]+/[^/]+\\.query\\.ts$',
      },
    },
    {
      name: 'ticker-composes-from-jobs-only',
      comment: "The timer runs each feature's jobs and knows nothing else of it.",
      severity: 'error',
      from: { path: '^cloudfunctions/ticker/' },
      to: {
        path: '^cloudfunctions/',
        pathNot: '^cloudfunctions/(ticker|shared)/|^cloudfunctions/[^/]+/[^/]+\\.jobs\\.ts$',
      },
    },
    {
      name: 'shared-names-no-feature',
      comment: 'What features share must work without any one of them.',
      severity: 'error',
      from: { path: '^cloudfunctions/shared/' },
      to: { path: '^cloudfunctions/(?!shared/)' },
    },
    {
      name: 'ui-and-lib-know-no-feature',
      comment: 'Buttons and formatters are the same for every feature.',
      severity: 'error',
      from: { path: '^src/(ui|lib)/' },
      to: { path: '^src/(features|pages|cloud)/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A rule decides from what it is given, and words: no data, no clock, no chance, no platform.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot:
          '^types/|^src/lib/[^/]+\\.format\\.ts$|\\.(rules|text)\\.ts$|^cloudfunctions/shared/(time|taps|digest)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'queries-never-reach-a-store',
      comment: 'What only reads must have nothing to write with.',
      severity: 'error',
      from: { path: '\\.query\\.ts$' },
      to: { path: '\\.store\\.ts$' },
    },
    {
      name: 'one-door-to-the-sdk',
      comment:
        'The SDK weakens what it is given: every use goes through the guard behind this file.',
      severity: 'error',
      from: { path: '^(?!cloudfunctions/shared/cloud\\.ts$)(cloudfunctions|types|src)/' },
      to: { path: 'node_modules/wx-server-sdk/' },
    },
    {
      name: 'only-the-guard-uses-the-door',
      comment: 'A store that took the SDK from cloud.ts would go around the guard.',
      severity: 'error',
      from: {
        path: '^cloudfunctions/',
        pathNot:
          '^cloudfunctions/shared/(db|tx|storage|serve|serve-pushes|serve-timer|wechat)\\.ts$',
      },
      to: { path: '^cloudfunctions/shared/cloud\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'local-cloud-knows-no-feature',
      comment:
        'It runs any WeChat project: it loads built functions by path and imports none of ours.',
      severity: 'error',
      from: { path: '^local-cloud/' },
      to: { path: '^(src|cloudfunctions|types|config|test)/' },
    },
    {
      name: 'product-never-imports-tests',
      comment: 'Nothing that is delivered depends on what checks it.',
      severity: 'error',
      from: {
        path: '^(src|cloudfunctions|types|config)/|^local-cloud/src/',
        pathNot: '\\.test\\.ts$',
      },
      to: { path: '^test/|^local-cloud/test/|\\.test\\.ts$' },
    },
    {
      name: 'demo-stays-out-of-functions',
      comment: 'Demo data is for tools: a deployed function must not carry it.',
      severity: 'error',
      from: {
        path: '^cloudfunctions/',
        pathNot: '\\.demo\\.ts$|demo-[a-z]+(\\.text)?\\.ts$|\\.test\\.ts$',
      },
      to: { path: '\\.demo\\.ts$|/demo-[a-z]+(\\.text)?\\.ts$' },
    },
    {
      name: 'nothing-missing',
      comment: 'An import that does not resolve, or a package that package.json does not name.',
      severity: 'error',
      from: { path: '^(src|cloudfunctions|types|config|test|local-cloud/src)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|local-cloud/test/fixtures/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      // A file of one platform is read by its H5 half; both halves obey the same rules.
      extensions: [
        '.h5.ts',
        '.h5.tsx',
        '.weapp.ts',
        '.ts',
        '.tsx',
        '.mts',
        '.mjs',
        '.js',
        '.cjs',
        '.json',
      ],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
