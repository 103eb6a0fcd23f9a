import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState, useSyncExternalStore } from 'react'

/** What is asked before the program goes on, in a sheet over whatever screen is in sight. */
export interface Question {
  title: string
  /** Why it is asked, in plain sentences. */
  say: string
  yes: string
  no: string
  /** WeChat must see the agreement itself: `yes` is its own button, and the policy can be read. */
  byWeChat?: boolean
}

interface Asked extends Question {
  answer: (yes: boolean) => void
}

/** The first is in sight; the others wait for its answer. */
let waiting: readonly Asked[] = []
const listeners = new Set<() => void>()

/** Asks, and waits for the answer. With no screen to ask on, nobody agrees. */
export function ask(question: Question): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false)
  return new Promise((resolve) => {
    const asked: Asked = {
      ...question,
      answer: (yes) => {
        if (!waiting.includes(asked)) return
        change(waiting.filter((other) => other !== asked))
        resolve(yes)
      },
    }
    change([...waiting, asked])
  })
}

function change(next: readonly Asked[]): void {
  waiting = next
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    // The last screen has gone with its sheet: whoever waits is not left waiting.
    if (listeners.size === 0) for (const { answer } of waiting) answer(false)
  }
}

/** The question, for the sheet of the screen in sight; those below it show none. */
export function useAsked(): Asked | undefined {
  const [inSight, setInSight] = useState(true)
  useDidShow(() => setInSight(true))
  useDidHide(() => setInSight(false))
  const asked = useSyncExternalStore(subscribe, () => waiting[0])
  return inSight ? asked : undefined
}
