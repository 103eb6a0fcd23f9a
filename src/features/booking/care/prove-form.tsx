import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import type { CareVisit, NoProof, ProofKind } from '../../../../types/contract/booking-care'
import { readRollingCode } from '../../../../types/contract/rolling-code'
import { useCommand } from '../../../cloud/use-command'
import { withPermission } from '../../../lib/permission'
import { scanCode } from '../../../lib/scan-code'
import { whereNow } from '../../../lib/where-now'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { Heading, Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { CARE_TEXT } from './care.text'

const TEXT = CARE_TEXT.prove
const KINDS = Object.keys(TEXT.kinds) as ProofKind[]
const REASONS = Object.keys(TEXT.reasons) as NoProof[]
/** A code with its letter and its strokes. */
const CODE_CHARS = 20

type Proof = Contract['booking.checkIn']['input']['proof']
type End = 'in' | 'out'

interface ProveFormProps {
  visit: CareVisit
  end: End
  onDone: (reply: CareVisit, end: End) => void
}

/** That somebody came, or goes: by the person's code, by digits, or by nothing and why. */
export function ProveForm({ visit, end, onDone }: ProveFormProps) {
  const command = useCommand(end === 'in' ? 'booking.checkIn' : 'booking.checkOut')
  const [kind, setKind] = useState<ProofKind>('code')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState<NoProof>()
  const [withPlace, setWithPlace] = useState(true)
  const [problem, setProblem] = useState<string>()
  const [camera, setCamera] = useState(false)

  const send = async (proof: Proof) => {
    setProblem(undefined)
    const granted = withPlace && (await withPermission('scope.userLocation', TEXT.placeReason))
    // Whoever refuses is not asked again on this screen.
    if (withPlace && !granted) setWithPlace(false)
    const at = granted ? await whereNow() : undefined
    const { bookingId, residentId } = visit
    const result = await command.run({ bookingId, residentId, proof, ...(at ? { at } : {}) })
    if (result?.ok) onDone(result.data, end)
  }
  const scan = async () => {
    if (!scanCode) return
    setCamera(true)
    const seen = await scanCode()
    setCamera(false)
    if (seen === 'cancelled') return
    if (seen === 'failed') return setProblem(TEXT.scanFailed)
    const code = readRollingCode(seen.result ?? '')
    if (code === null) return setProblem(TEXT.notRolling)
    await send({ kind: 'code', code })
  }
  const act = () => {
    const proof = proofOf(kind, typed, reason)
    if (typeof proof === 'string') setProblem(proof)
    else void send(proof)
  }
  const choose = (next: ProofKind) => {
    command.forget()
    setProblem(undefined)
    setTyped('')
    setKind(next)
  }
  const busy = command.says(TEXT.acting)
  return (
    <Stack card>
      <Heading>{TEXT.title[end]}</Heading>
      <Options
        label={TEXT.how}
        options={KINDS.map((value) => ({ value, ...TEXT.kinds[value] }))}
        chosen={kind}
        onChoose={choose}
      />
      {kind === 'code' && scanCode ? (
        <Button icon="scan" busy={camera ? TEXT.scanning : busy} onTap={() => void scan()}>
          {TEXT.scan}
        </Button>
      ) : null}
      {kind === 'none' ? (
        <>
          <Say>{TEXT.why}</Say>
          <Options
            label={TEXT.why}
            options={REASONS.map((value) => ({ value, title: TEXT.reasons[value] }))}
            chosen={reason}
            onChoose={setReason}
          />
        </>
      ) : (
        <TextField
          key={kind}
          kind={kind === 'digits' ? 'phone' : 'code'}
          label={kind === 'digits' ? TEXT.digits : TEXT.typed}
          hint={kind === 'digits' ? TEXT.digitsHint : TEXT.typedHint}
          value={typed}
          onChange={setTyped}
          maxLength={kind === 'digits' ? 6 : CODE_CHARS}
        />
      )}
      {kind === 'digits' && visit.locked ? <Notice tone="warn">{TEXT.locked}</Notice> : null}
      <Chips
        options={[TEXT.place]}
        chosen={withPlace ? [TEXT.place] : []}
        onToggle={() => setWithPlace(!withPlace)}
      />
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      {command.error ? <Notice tone="warn">{command.error.message}</Notice> : null}
      <Button kind={kind === 'code' && scanCode ? 'second' : 'main'} busy={busy} onTap={act}>
        {TEXT.act[end]}
      </Button>
    </Stack>
  )
}

/** What was typed or chosen, or a sentence on what is missing. A slip of the finger in a code costs no call. */
function proofOf(kind: ProofKind, typed: string, reason: NoProof | undefined): Proof | string {
  switch (kind) {
    case 'code': {
      const code = readRollingCode(typed)
      return code === null ? TEXT.notRolling : { kind, code }
    }
    case 'digits':
      return /^\d{6}$/.test(typed.trim()) ? { kind, digits: typed.trim() } : TEXT.badDigits
    case 'none':
      return reason ? { kind, reason } : TEXT.noReason
  }
}
