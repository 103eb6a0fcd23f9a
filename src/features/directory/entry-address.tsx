import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Entry } from '../../../types/contract/directory'
import { copyText } from '../../lib/copy-text'
import { openMap } from '../../lib/open-map'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { DIRECTORY_TEXT } from './directory.text'

const TEXT = DIRECTORY_TEXT.entry

/** Where it is: to read, to see on the map, and to pass on to someone who drives. */
export function EntryAddress({ entry }: { entry: Entry & { address: string } }) {
  const { name, address, place } = entry
  const [copied, setCopied] = useState<boolean>()
  return (
    <Section title={TEXT.address}>
      <Card>
        <Text className="entry__address">{address}</Text>
        <View className="entry__buttons">
          {openMap && place ? (
            <Button kind="second" onTap={() => openMap?.({ ...place, name, address })}>
              {TEXT.map}
            </Button>
          ) : null}
          <Button kind="second" onTap={() => void copyText(address).then(setCopied)}>
            {TEXT.copy}
          </Button>
          {copied === undefined ? null : (
            <Notice tone={copied ? 'plain' : 'warn'} icon={copied ? 'check' : 'alert'}>
              {copied ? TEXT.copied : TEXT.copyFailed}
            </Notice>
          )}
        </View>
      </Card>
    </Section>
  )
}
