import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where browsers that can run the journeys usually are. */
const BROWSERS: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

const ends = (file: string, args: readonly string[]) =>
  spawnSync(file, args, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status

const isDebian = () => existsSync('/etc/debian_version')
const isRoot = () => process.getuid?.() === 0

/**
 * Installs Debian packages when this process may. Otherwise ends with the one line that does it.
 */
function install(packages: readonly string[], why: string): void {
  const line = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (!isRoot()) throw new Error(`${why} Run: sudo sh -c "${line}"`)
  console.log(`${why} Installing ${packages.join(' ')} ...`)
  if (ends('sh', ['-c', line]) !== 0) throw new Error(`Installing failed. Run: ${line}`)
}

/** The path of a Chromium, Chrome or Edge; installs Debian's Chromium when there is none. */
export async function provideBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
  }
  const find = () => BROWSERS[process.platform]?.find((path) => existsSync(path))
  const found = find()
  if (found !== undefined) return found
  if (!isDebian()) {
    throw new Error(
      'The journeys need a browser. Install Chrome, Edge or Chromium, or set CHROMIUM_PATH to one.',
    )
  }
  install(['chromium'], 'The journeys need a browser.')
  const installed = find()
  if (installed === undefined)
    throw new Error('Chromium was installed, but is not where Debian puts it.')
  return installed
}

/** Makes sure that Chinese text is drawn with a font of its own: without one, layout checks mean nothing. */
export async function provideChineseFont(): Promise<void> {
  if (process.platform !== 'linux') return // macOS and Windows come with one.
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (listed.status === 0 && listed.stdout.trim() !== '') return
  if (!isDebian()) {
    throw new Error(
      'The journeys need a Chinese font. Install Noto Sans CJK with your package manager.',
    )
  }
  install(['fontconfig', 'fonts-noto-cjk'], 'The journeys need a Chinese font.')
}
