import { useState } from 'react'
import type { CallResult } from '../../types/contract/announcement-desk'
import { LIMITS } from '../../types/contract/limits'
import { CALL_RESULT_TEXT as TEXT } from './call-result.text'
import { Notice } from './notice'
import { Options } from './options'
import { TextField } from './text-field'

const RESULTS = Object.keys(TEXT.result) as CallResult[]

/** What became of a call, as it is being said. `take`: what to send; undefined, and said so, while nothing is chosen. */
export function useCallResult() {
  const [result, setResult] = useState<CallResult>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const choose = (chosen: CallResult) => {
    setMissing(false)
    setResult(chosen)
  }
  const take = () => {
    if (!result) return setMissing(true)
    const typed = note.trim()
    return { result, ...(typed ? { note: typed } : {}) }
  }
  return { fields: { result, note, missing, choose, setNote }, take }
}

/** The results to choose from, and room for a note. */
export function CallResultFields({
  fields: { result, note, missing, choose, setNote },
}: {
  fields: ReturnType<typeof useCallResult>['fields']
}) {
  return (
    <>
      <Options
        label={TEXT.record}
        options={RESULTS.map((value) => ({ value, title: TEXT.result[value] }))}
        chosen={result}
        onChoose={choose}
      />
      <TextField
        label={TEXT.note}
        hint={TEXT.noteHint}
        value={note}
        onChange={setNote}
        maxLength={LIMITS.sentenceChars}
      />
      {missing ? <Notice tone="warn">{TEXT.missing}</Notice> : null}
    </>
  )
}
