// Builds the mini-program for one platform: `node config/build-phone.mjs h5|weapp [--watch]`. LINLI_SOURCE
// and LINLI_OUTPUT name another program's folder, and where it goes, from the repository's root.
// `taro build` exits 0 when its config is wrong and leaves the old output, so the output is deleted
// first and looked for afterwards.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const platform = process.argv[2]
const watch = process.argv.includes('--watch')
const proofs = { h5: 'index.html', weapp: 'app.json' }

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

if (!Object.hasOwn(proofs, platform ?? ''))
  fail('Say which build: node config/build-phone.mjs h5|weapp')

const name = process.env.LINLI_OUTPUT ?? `dist/${platform}`
const out = path.join(root, name)
const started = Date.now()
rmSync(out, { recursive: true, force: true })

const cli = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@tarojs/cli/package.json')),
  'bin/taro',
)
const args = [cli, 'build', '--type', platform, ...(watch ? ['--watch'] : [])]
const taro = spawn(process.execPath, args, {
  cwd: root,
  env: { ...process.env, NODE_ENV: watch ? 'development' : 'production' },
  stdio: watch ? 'inherit' : ['ignore', 'pipe', 'pipe'],
})
let said = ''
taro.stdout?.on('data', (chunk) => (said += chunk))
taro.stderr?.on('data', (chunk) => (said += chunk))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => taro.kill(signal))

taro.on('exit', (code) => {
  if (watch) process.exit(code ?? 0)
  if (code || !existsSync(path.join(out, proofs[platform]))) {
    console.error(said.trim())
    fail(`The ${platform} build failed: ${name}/${proofs[platform]} was not made.`)
  }
  const bytes = readdirSync(out, { recursive: true })
    .map((name) => statSync(path.join(out, String(name))))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`built ${name}: ${Math.round(bytes / 1024)} KB in ${seconds} s`)
})
