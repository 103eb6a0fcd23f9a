// Runs one of the .mts tools beside it: `node config/run.cjs start`. Written so that a Node.js too old
// for the rest of the project still reads it, and can say so.
var major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(
    'Linli needs Node.js 20 or newer; this is ' +
      process.versions.node +
      '. Install a newer one from nodejs.org or with your system.',
  )
  process.exit(1)
}
try {
  require.resolve('tsx')
} catch (_missing) {
  console.error('The dependencies are not installed. Run: npm ci')
  process.exit(1)
}
// The tool reads its own arguments only.
var tool = process.argv.splice(2, 1)[0]
// Loading tsx makes Node.js read TypeScript from here on.
import('tsx')
  .then(function () {
    return import('./' + tool + '.mts')
  })
  .catch(function (error) {
    console.error(error)
    process.exit(1)
  })
