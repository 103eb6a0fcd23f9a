import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { givenByCamera } from '../../../lib/given-code'
import { scanCode } from '../../../lib/scan-code'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { PLACES_TEXT } from '../places/places.text'
import type { Places } from '../places/use-places'
import { WhereFields } from '../places/where-fields'
import type { Where, WhereField } from '../places/where.rules'
import './joining.css'
import { JOINING_TEXT } from './joining.text'

const TEXT = JOINING_TEXT.where
/** The kind letter of a household's code (src/pages/scan/codes.ts). */
const HOUSEHOLD = 'h'

interface JoinWhereProps {
  where: Where
  places: Places
  /** What the cloud found wrong with it. */
  problem: string | undefined
  onChange: (next: (where: Where) => Where) => void
  /** A household's code was scanned: nothing more is asked of where. */
  onCode: (token: string) => void
  missing: () => WhereField | undefined
  onNext: () => void
}

/** The first screen: the code of a paper, or else where one lives, choice by choice. */
export function JoinWhere({
  where,
  places,
  problem,
  onChange,
  onCode,
  missing,
  onNext,
}: JoinWhereProps) {
  const [lacks, setLacks] = useState<WhereField>()
  const next = () => {
    const found = missing()
    setLacks(found)
    if (!found) onNext()
  }
  return (
    <View className="joining">
      {scanCode ? <ScanPaper onCode={onCode} /> : null}
      <Card className="joining__form">
        <Text className="joining__title">{scanCode ? TEXT.orTitle : TEXT.title}</Text>
        {problem ? <Notice tone="danger">{problem}</Notice> : null}
        <WhereFields
          where={where}
          places={places}
          onChange={(change) => {
            setLacks(undefined)
            onChange(change)
          }}
          problems={lacks ? { [lacks]: PLACES_TEXT.missing[lacks] } : {}}
        />
        <Button onTap={next}>{TEXT.next}</Button>
      </Card>
    </View>
  )
}

/** With the paper that staff gave, one is in at once. */
function ScanPaper({ onCode }: { onCode: (token: string) => void }) {
  const [camera, setCamera] = useState<'idle' | 'open' | 'failed' | 'foreign'>('idle')
  const scan = async () => {
    setCamera('open')
    const seen = await scanCode?.()
    if (seen === undefined || typeof seen === 'string') {
      return setCamera(seen === 'failed' ? 'failed' : 'idle')
    }
    const given = givenByCamera(seen, [HOUSEHOLD])
    setCamera(given.is === 'code' ? 'idle' : 'foreign')
    if (given.is === 'code') onCode(given.token)
  }
  return (
    <Card className="joining__form">
      <Text className="joining__title">{TEXT.scanTitle}</Text>
      <Text className="joining__say">{TEXT.scanSay}</Text>
      {camera === 'failed' ? <Notice tone="warn">{TEXT.scanFailed}</Notice> : null}
      {camera === 'foreign' ? <Notice tone="warn">{TEXT.notOurs}</Notice> : null}
      <Button icon="scan" busy={camera === 'open' && TEXT.scanning} onTap={() => void scan()}>
        {TEXT.scan}
      </Button>
    </Card>
  )
}
