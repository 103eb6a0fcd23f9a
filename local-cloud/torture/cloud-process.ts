import { spawn } from 'node:child_process'

export interface CloudProcess {
  /** Where it listens; rejects with what it said when it ends before. */
  ready: Promise<string>
  /** Its exit code; null when it was killed. */
  exit: Promise<number | null>
  pid: number
  /** kill -9. */
  kill(): void
}

/** Starts a cloud as a process of its own. */
export function startCloudProcess(cli: string, args: readonly string[]): CloudProcess {
  const child = spawn(process.execPath, [cli, '--timers', 'manual', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString()
      const line = /^ready (\S+)\n/.exec(out)
      if (line?.[1] !== undefined) resolve(line[1])
    })
    void exit.then((code) => reject(new Error(said || `the cloud ended with ${String(code)}`)))
  })
  // A cloud that is killed while it starts is never ready, which is no error of anyone's.
  ready.catch(() => undefined)
  return { ready, exit, pid: child.pid ?? 0, kill: () => void child.kill('SIGKILL') }
}
