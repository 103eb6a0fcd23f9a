/** What the check says of a text or the address of a file that contains `match`. */
export interface ContentRule {
  match: string
  suggest: 'review' | 'risky'
  /** 10001 advertising, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar, 21000 other. */
  label: number
}

export interface Verdict {
  suggest: 'pass' | 'review' | 'risky'
  /** 100 when it passes. */
  label: number
  /** The words that were met. */
  keywords: string[]
}

/** A few words, so that a program can be seen to act on each answer. The last is WeChat's own sample. */
export const DEFAULT_RULES: readonly ContentRule[] = [
  { match: '加微信', suggest: 'review', label: 10001 },
  { match: '赌博', suggest: 'risky', label: 20006 },
  { match: '刷单', suggest: 'risky', label: 20008 },
  { match: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级', suggest: 'risky', label: 20002 },
]

/** The worst of the rules that match. */
export function judge(text: string, rules: readonly ContentRule[]): Verdict {
  const met = rules.filter(({ match }) => text.includes(match))
  const worst = met.find(({ suggest }) => suggest === 'risky') ?? met[0]
  return {
    suggest: worst?.suggest ?? 'pass',
    label: worst?.label ?? 100,
    keywords: met.map(({ match }) => match),
  }
}
