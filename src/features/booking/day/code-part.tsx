import { useState } from 'react'
import type { Visit } from '../../../../types/contract/booking-visits'
import { readRollingCode } from '../../../../types/contract/rolling-code'
import { useCommand } from '../../../cloud/use-command'
import { scanCode } from '../../../lib/scan-code'
import { Button } from '../../../ui/button'
import { Fold } from '../../../ui/fold'
import { Notice } from '../../../ui/notice'
import { Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { whichOf } from './visit.doing'
import { VISIT_TEXT as TEXT } from './visit.text'

/** A code with its letter and its strokes. */
const CODE_CHARS = 20

interface CodePartProps {
  visit: Visit
  onDone: (visit: Visit, say: string) => void
}

/** The person's own code proves that they are here: by the camera, or letter by letter. */
export function CodePart({ visit, onDone }: CodePartProps) {
  const command = useCommand('booking.checkInAtDesk')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [camera, setCamera] = useState(false)
  const send = async (text: string) => {
    const code = readRollingCode(text)
    if (code === null) return setProblem(TEXT.notRolling)
    setProblem(undefined)
    const reply = await command.run({ ...whichOf(visit), code })
    if (reply?.ok) onDone(reply.data, TEXT.said.came(visit.name))
  }
  const scan = async () => {
    if (!scanCode) return
    setCamera(true)
    const seen = await scanCode()
    setCamera(false)
    if (seen === 'cancelled') return
    if (seen === 'failed') return setProblem(TEXT.scanFailed)
    await send(seen.result ?? '')
  }
  const busy = command.says(TEXT.cameBusy)
  return (
    <>
      {scanCode ? (
        <Button
          kind="second"
          icon="scan"
          busy={camera ? TEXT.scanning : busy}
          onTap={() => void scan()}
        >
          {TEXT.scan}
        </Button>
      ) : null}
      <Fold title={TEXT.typeCode}>
        <Stack>
          <TextField
            kind="code"
            label={TEXT.typed}
            hint={TEXT.typedHint}
            value={typed}
            onChange={(next) => {
              setProblem(undefined)
              setTyped(next)
            }}
            onDone={() => void send(typed)}
            maxLength={CODE_CHARS}
          />
          <Button kind="second" busy={busy} onTap={() => void send(typed)}>
            {TEXT.checkIn}
          </Button>
        </Stack>
      </Fold>
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      {command.error ? <Notice tone="warn">{command.error.message}</Notice> : null}
    </>
  )
}
