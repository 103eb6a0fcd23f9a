import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { callPhone } from '../../lib/phone-call'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Sheet } from '../../ui/sheet'
import { ACCOUNT_TEXT } from './account.text'
import { FamilyForm } from './family-form'
import { MOST_RELATIVES, type Relative } from './family.rules'
import { keepFamily, useFamily } from './family.store'
import './family-view.css'

const TEXT = ACCOUNT_TEXT.family

/** The numbers that home dials at one tap. */
export function FamilyView() {
  const family = useFamily()
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Relative>()
  const [saved, setSaved] = useState<string>()

  const add = (relative: Relative) => {
    keepFamily([...family, relative])
    setAdding(false)
    setSaved(relative.name)
  }
  const remove = (relative: Relative) => {
    keepFamily(family.filter((one) => one !== relative))
    setLeaving(undefined)
    setSaved(undefined)
  }
  const full = family.length >= MOST_RELATIVES
  return (
    <Screen
      title={TEXT.title}
      sheet={
        leaving ? (
          <Sheet
            title={TEXT.removeTitle(leaving.name)}
            stay={{ say: TEXT.keep, onTap: () => setLeaving(undefined) }}
            act={{ say: TEXT.remove, onTap: () => remove(leaving), busy: false }}
          >
            <Text className="family__say">{TEXT.removeSay}</Text>
          </Sheet>
        ) : null
      }
    >
      <View className="family">
        {saved ? (
          <Notice tone="plain" icon="check">
            {TEXT.saved(saved)}
          </Notice>
        ) : null}
        <Text className="family__say">{TEXT.say}</Text>
        {family.map((relative) => (
          <RelativeCard
            key={`${relative.name} ${relative.phone}`}
            relative={relative}
            onRemove={() => setLeaving(relative)}
          />
        ))}
        {full ? <Notice tone="plain">{TEXT.full}</Notice> : null}
        {full ? null : adding || family.length === 0 ? (
          <FamilyForm onSave={add} />
        ) : (
          <Button kind="second" onTap={() => setAdding(true)}>
            {TEXT.add}
          </Button>
        )}
      </View>
    </Screen>
  )
}

function RelativeCard({ relative, onRemove }: { relative: Relative; onRemove: () => void }) {
  const { name, phone } = relative
  return (
    <Card className="relative">
      <Text className="relative__name">{name}</Text>
      <Text className="relative__phone">{phone}</Text>
      <View className="relative__buttons">
        <Button icon="phone" label={TEXT.callLabel(name)} onTap={() => callPhone(phone)}>
          {TEXT.call}
        </Button>
        <Button kind="second" icon="bin" label={TEXT.removeLabel(name)} onTap={onRemove}>
          {TEXT.remove}
        </Button>
      </View>
    </Card>
  )
}
