import { useState } from 'react'
import { LIMITS } from '../../../../../types/contract/limits'
import { Sheet } from '../../../../ui/sheet'
import { Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
import { addressOf } from './body.rules'
import { EDITOR_TEXT } from './editor.text'

const TEXT = EDITOR_TEXT.link
const ADDRESS_CHARS = 500

interface LinkSheetProps {
  onStay: () => void
  onPut: (words: string, address: string) => void
}

/** The words of a link and where it leads. */
export function LinkSheet({ onStay, onPut }: LinkSheetProps) {
  const [words, setWords] = useState('')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<'words' | 'address'>()
  const act = () => {
    const address = addressOf(typed)
    if (words.trim() === '') setProblem('words')
    else if (address === undefined) setProblem('address')
    else onPut(words.trim(), address)
  }
  return (
    <Sheet
      title={TEXT.title}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.act, onTap: act, busy: false, kind: 'main' }}
    >
      <Stack>
        <TextField
          label={TEXT.words}
          hint={TEXT.wordsHint}
          value={words}
          onChange={setWords}
          maxLength={LIMITS.sentenceChars}
          problem={problem === 'words' ? TEXT.missing : undefined}
        />
        <TextField
          kind="code"
          label={TEXT.address}
          hint={TEXT.addressHint}
          value={typed}
          onChange={setTyped}
          maxLength={ADDRESS_CHARS}
          problem={problem === 'address' ? TEXT.bad : undefined}
        />
      </Stack>
    </Sheet>
  )
}
