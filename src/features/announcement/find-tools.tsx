import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Category } from '../../../types/contract/announcement-content'
import { LIMITS } from '../../../types/contract/limits'
import { Button } from '../../ui/button'
import { useElder } from '../../ui/elder'
import { Filters } from '../../ui/filters'
import { TextField } from '../../ui/text-field'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import './find-tools.css'

const TEXT = ANNOUNCEMENT_TEXT.search
const LIST = ANNOUNCEMENT_TEXT.list

/** The two disclosures have a screen of their own. */
const CATEGORIES: readonly Category[] = [
  ...(['notice', 'emergency', 'policy', 'health', 'jobs', 'activity'] as const),
]

interface FindToolsProps {
  category: Category | undefined
  searching: boolean
  onCategory: (category: Category | undefined) => void
  onSearch: (text: string | undefined) => void
}

/** Words to look for, and categories. In elder mode both wait behind a button: the screen's task is to read. */
export function FindTools({ category, searching, onCategory, onSearch }: FindToolsProps) {
  const elder = useElder()
  const [opened, setOpened] = useState<'words' | 'kinds'>()
  const turn = (part: 'words' | 'kinds') => setOpened(opened === part ? undefined : part)
  if (opened === 'words' || searching) {
    return (
      <WordsField
        onSearch={onSearch}
        onLeave={() => {
          setOpened(undefined)
          onSearch(undefined)
        }}
      />
    )
  }
  return (
    <View className="find">
      <View className="find__buttons">
        <Button kind="second" icon="search" onTap={() => turn('words')}>
          {LIST.find}
        </Button>
        {elder ? (
          <Button kind="second" onTap={() => turn('kinds')}>
            {LIST.byKind}
          </Button>
        ) : null}
      </View>
      {elder && opened !== 'kinds' && category === undefined ? null : (
        <Filters
          label={LIST.kind}
          options={[
            { key: 'all', say: LIST.everything },
            ...CATEGORIES.map((key) => ({ key, say: ANNOUNCEMENT_TEXT.category[key] })),
          ]}
          chosen={category ?? 'all'}
          onChoose={(key) => onCategory(key === 'all' ? undefined : (key as Category))}
        />
      )}
    </View>
  )
}

interface WordsFieldProps {
  onSearch: (text: string) => void
  onLeave: () => void
}

function WordsField({ onSearch, onLeave }: WordsFieldProps) {
  const [typed, setTyped] = useState('')
  const search = () => {
    const text = typed.trim()
    if (text !== '') onSearch(text)
  }
  return (
    <View className="find">
      <TextField
        label={TEXT.label}
        hint={TEXT.hint}
        value={typed}
        onChange={setTyped}
        maxLength={LIMITS.searchChars}
        onDone={search}
      />
      <View className="find__buttons">
        <Button icon="search" disabled={typed.trim() === ''} onTap={search}>
          {TEXT.act}
        </Button>
        <Button kind="second" onTap={onLeave}>
          {TEXT.leave}
        </Button>
      </View>
    </View>
  )
}
