import { createServer } from 'node:net'
import { demoPeople } from './demo.mts'
import { giveUp } from './say.mts'

/** A browser is opened for a person at a screen, not for a script. */
export const someoneIsThere = (): boolean =>
  process.stdout.isTTY && !process.env.CI && (process.platform !== 'linux' || !!process.env.DISPLAY)

/** Fails before any building when the port is taken. */
export async function checkPort(port: number, command = 'npm start'): Promise<void> {
  await new Promise<void>((resolve) => {
    const probe = createServer()
    probe.once('error', () =>
      giveUp(`Port ${port} is taken. Choose another one: PORT=${port + 1} ${command}`),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}

/** The ready line, and whom a visitor can be. */
export function sayWhoYouCanBe(url: string): void {
  console.log(`\nready ${url}\n\nYou can be (switch in the bar on the page):`)
  for (const { openid, name, about } of demoPeople) {
    console.log(`  ${openid.padEnd(15)} ${name}，${about}`)
  }
  console.log('\nData stays in .data/; npm start -- --fresh begins again. Ctrl-C ends everything.')
}
