import { Text, View } from '@tarojs/components'
import type { Finding } from '../../../../../types/contract/announcement-desk'
import { Button } from '../../../../ui/button'
import { Section } from '../../../../ui/card'
import { Notice } from '../../../../ui/notice'
import { Say, Stack } from '../../../../ui/stack'
import { Tap } from '../../../../ui/tap'
import { EDITOR_TEXT } from './editor.text'
import { aroundOf, isStill, replaced } from './finding.rules'
import './reading-aid.css'
import type { Preview } from './use-preview'

const TEXT = EDITOR_TEXT.aid
/** More at once would only be scrolled past. */
const SHOWN = 8

interface ReadingAidProps {
  preview: Preview
  title: string
  body: string
  onChange: (part: { title: string } | { body: string }) => void
}

/** Where readers would stumble, with the words marked and what to say instead. */
export function ReadingAid({ preview, title, body, onChange }: ReadingAidProps) {
  const { shown, busy, error, again } = preview
  const texts = { title, body }
  // What has been typed over since is no longer there to be mended.
  const findings = (shown?.findings ?? []).filter((one) => isStill(one, texts[one.field]))
  return (
    <Section title={TEXT.title}>
      <Stack card>
        {findings.length > 0 ? <Say>{TEXT.found(findings.length)}</Say> : null}
        {findings.slice(0, SHOWN).map((finding) => (
          <OneFinding
            key={`${finding.field} ${finding.at} ${finding.kind} ${finding.text}`}
            finding={finding}
            text={texts[finding.field]}
            onUse={(instead) => {
              const next = replaced(texts[finding.field], finding, instead)
              onChange(finding.field === 'title' ? { title: next } : { body: next })
            }}
          />
        ))}
        {findings.length > SHOWN ? <Say>{TEXT.more(findings.length - SHOWN)}</Say> : null}
        {error ? (
          <>
            <Notice tone="warn">{TEXT.failed}</Notice>
            <Button kind="second" onTap={again}>
              {TEXT.again}
            </Button>
          </>
        ) : busy && body.trim() ? (
          <Say>{TEXT.checking}</Say>
        ) : !shown ? (
          <Say>{TEXT.wait}</Say>
        ) : findings.length === 0 ? (
          <Notice tone="plain" icon="check">
            {TEXT.good}
          </Notice>
        ) : null}
      </Stack>
    </Section>
  )
}

interface OneFindingProps {
  finding: Finding
  text: string
  onUse: (instead: string) => void
}

function OneFinding({ finding, text, onUse }: OneFindingProps) {
  const { kind, instead, field } = finding
  const { before, after } = aroundOf(finding, text)
  return (
    <View className="finding">
      <Text className="finding__kind">
        {(field === 'title' ? `${TEXT.inTitle}，` : '') + TEXT.kind[kind]}
      </Text>
      <View className="finding__words">
        <Text>{before}</Text>
        <Text className="finding__marked">{finding.text}</Text>
        <Text>{after}</Text>
      </View>
      {instead !== undefined ? (
        <Tap className="finding__use" onTap={() => onUse(instead)}>
          <Text>{instead ? TEXT.replace(instead) : TEXT.leaveOut}</Text>
        </Tap>
      ) : null}
    </View>
  )
}
