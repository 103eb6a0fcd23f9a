import { Section, Card } from '../../ui/card'
import { Bullets } from '../../ui/bullets'

/** What to bring, or to do before: a few short lines; nothing where there are none. */
export function ServiceLines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Section title={title}>
      <Card>
        <Bullets lines={lines} />
      </Card>
    </Section>
  )
}
