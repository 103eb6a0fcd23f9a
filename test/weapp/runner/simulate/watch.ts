interface Watched {
  openid: () => string
  inside: () => Window | null
  /** Called at each look, for what the program may have changed by itself. */
  changed: () => void
}

interface Message {
  templateId: string
  data: Record<string, { value: string }>
  page?: string
}

/** How often the frame looks at the inbox and at the phone, ms. */
const LOOK = 2_000

/** Shows the person's inbox and the program's errors as they come. */
export function keepUpWith(watched: Watched): void {
  const look = async () => {
    const answer = await fetch(`/inbox?openid=${encodeURIComponent(watched.openid())}`)
    const { messages } = (await answer.json()) as { messages: Message[] }
    list('inbox', messages.map(wordsOf).reverse(), '还没有消息。')
    list('errors', watched.inside()?.phone?.errors ?? [], '没有。')
    watched.changed()
  }
  const again = () => void look().catch(() => list('inbox', [], '连不上本机的云。'))
  again()
  setInterval(again, LOOK)
}

const wordsOf = ({ templateId, data }: Message): string =>
  `${Object.values(data ?? {})
    .map(({ value }) => value)
    .join('，')}（${templateId}）`

function list(id: string, lines: readonly string[], none: string): void {
  const shown = (lines.length > 0 ? lines : [none]).map((words) => {
    const line = document.createElement('li')
    line.textContent = words
    return line
  })
  document.getElementById(id)?.replaceChildren(...shown)
}
