/** A document as the export tells it, whole numbers plain. */
export type Exported = Record<string, unknown> & { _id: string }

export type Step =
  | { op: 'add'; id: string; n: number }
  | { op: 'remove'; id: string }
  | { op: 'update'; id: string; n: number }
  | { op: 'transfer'; id: string; from: string; to: string; amount: number }
  | { op: 'send'; id: string; to: string }

/** How a step ended: acknowledged, refused by the cloud, or nobody knows (the cloud died meanwhile). */
export type Outcome = 'acknowledged' | 'refused' | 'unknown'

/** What stands in the cloud, by collection and `_id`; messages of phones by what they say. */
export type Found = Record<
  'rows' | 'counters' | 'accounts' | 'transfers' | 'messages',
  ReadonlyMap<string, Exported>
>

/** What the cloud has promised, kept outside it. A step of unknown outcome may stand or not. */
export class Ledger {
  private readonly rows = new Map<string, 'there' | 'gone' | 'maybe'>()
  private readonly counters = new Map<string, { least: number; most: number }>()
  private readonly transfers = new Map<string, 'there' | 'gone' | 'maybe'>()
  private readonly messages = new Map<string, 'there' | 'gone' | 'maybe'>()
  acknowledged = 0
  unknown = 0
  /** Messages to phones among the acknowledged. */
  sent = 0

  note(step: Step, outcome: Outcome): void {
    if (outcome === 'acknowledged') this.acknowledged++
    if (outcome === 'unknown') this.unknown++
    if (outcome === 'acknowledged' && step.op === 'send') this.sent++
    if (step.op === 'update') return this.noteCounter(step.id, step.n, outcome)
    const kept =
      step.op === 'transfer' ? this.transfers : step.op === 'send' ? this.messages : this.rows
    const wanted = step.op === 'remove' ? 'gone' : 'there'
    if (outcome === 'unknown') kept.set(step.id, 'maybe')
    else if (outcome === 'acknowledged') kept.set(step.id, wanted)
    else if (step.op !== 'remove') kept.set(step.id, 'gone')
  }

  private noteCounter(id: string, n: number, outcome: Outcome): void {
    const { least, most } = this.counters.get(id) ?? { least: 0, most: 0 }
    if (outcome === 'acknowledged') this.counters.set(id, { least: n, most: n })
    else if (outcome === 'unknown') this.counters.set(id, { least, most: Math.max(n, most) })
  }

  /** Every promise that was not kept, as sentences; what was unknown is known from now on. */
  compare(found: Found): string[] {
    const broken = [
      ...settle('row', this.rows, found.rows),
      ...settle('transfer', this.transfers, found.transfers),
      ...settle('message', this.messages, found.messages),
    ]
    for (const [id, { least, most }] of this.counters) {
      const n = Number(found.counters.get(id)?.n)
      if (!(n >= least && n <= most))
        broken.push(`counter ${id} is ${n}, acknowledged was ${least} and sent was ${most}`)
      this.counters.set(id, { least: n, most: n })
    }
    return [...broken, ...imbalances(found)]
  }
}

function settle(
  kind: string,
  kept: Map<string, 'there' | 'gone' | 'maybe'>,
  found: ReadonlyMap<string, Exported>,
): string[] {
  const broken: string[] = []
  for (const [id, state] of kept) {
    const there = found.has(id)
    if (state === 'there' && !there) broken.push(`${kind} ${id} was acknowledged and is lost`)
    if (state === 'gone' && there)
      broken.push(`${kind} ${id} was never kept, or removed, and is there`)
    kept.set(id, there ? 'there' : 'gone')
  }
  for (const id of found.keys()) if (!kept.has(id)) broken.push(`${kind} ${id} was never written`)
  return broken
}

/** A transaction is kept whole: each account holds what the transfers on record moved. */
function imbalances({ accounts, transfers }: Found): string[] {
  const due = new Map<string, number>()
  for (const { from, to, amount } of transfers.values()) {
    due.set(String(from), (due.get(String(from)) ?? 0) - Number(amount))
    due.set(String(to), (due.get(String(to)) ?? 0) + Number(amount))
  }
  return [...accounts.values()]
    .filter(({ _id, amount }) => Number(amount) !== (due.get(_id) ?? 0))
    .map(
      ({ _id, amount }) =>
        `account ${_id} holds ${String(amount)}, its transfers say ${due.get(_id) ?? 0}`,
    )
}
