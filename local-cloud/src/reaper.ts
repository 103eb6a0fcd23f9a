import { spawn, type ChildProcess } from 'node:child_process'

/** Keeps a list of process groups by "+ pid" and "- pid", and ends what is on it when its input ends. */
const SCRIPT = `
trap '' INT TERM HUP
pids=' '
while read -r sign pid; do
  case $sign in
    +) pids="$pids$pid " ;;
    -) pids="\${pids%% $pid *} \${pids#* $pid }" ;;
  esac
done
for pid in $pids; do kill -s KILL -- "-$pid"; done
`

/**
 * Ends the instances when the cloud has died without ending them. An instance sees that by itself when
 * its channel closes, but not in the middle of a loop; a shell that waits for the cloud's end can
 * end it there. One small process a cloud; Windows has no such shell.
 */
export class Reaper {
  private shell: ChildProcess | undefined

  add(pid: number): void {
    this.shell ??= start()
    this.shell?.stdin?.write(`+ ${pid}\n`)
  }

  remove(pid: number): void {
    this.shell?.stdin?.write(`- ${pid}\n`)
  }

  /** All is well: every instance has ended. */
  close(): void {
    this.shell?.stdin?.end()
    this.shell = undefined
  }
}

function start(): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const shell = spawn('/bin/sh', ['-c', SCRIPT], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Out of reach of a Ctrl+C, which the cloud itself answers.
    detached: true,
    env: {},
  })
  // Without it, instances still end when their channel closes.
  shell.on('error', () => undefined)
  shell.stdin.on('error', () => undefined)
  shell.unref()
  ;(shell.stdin as unknown as { unref(): void }).unref()
  return shell
}
