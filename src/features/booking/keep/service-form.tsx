import { type ReactNode, useState } from 'react'
import type { Offered } from '../../../../types/contract/booking-catalogue'
import { useCommand } from '../../../cloud/use-command'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { KEEP_TEXT } from './keep.text'
import { StepBasics } from './step-basics'
import { StepMore } from './step-more'
import { StepTerms } from './step-terms'
import { useServiceDraft } from './use-service-draft'

const TEXT = KEEP_TEXT.service
export type FormPart = 'basics' | 'terms' | 'more'

interface ServiceFormProps {
  part: FormPart
  onPart: (part: FormPart) => void
  offered: Offered | undefined
  providers: readonly { providerId: string; name: string }[]
  onSaved: (offered: Offered) => void
  onStale: () => void
}

/** One of the three parts of a service's form; they are saved together. */
export function ServiceForm({ part, onPart, offered, providers, ...on }: ServiceFormProps) {
  const first = providers.length === 1 ? (providers[0]?.providerId ?? '') : ''
  const { shown, type, drop, toSend, stale, takeMine } = useServiceDraft(offered, first)
  const [restored, setRestored] = useState(shown.typed)
  const [saved, setSaved] = useState(false)
  const [seen, setSeen] = useState<Record<string, string>>({})
  const save = useCommand('booking.saveService')
  const fields = save.error?.fields ?? {}
  const wrong = (field: string) => {
    const found = Object.keys(fields).find(
      (name) => name === `plan.${field}` || name.startsWith(`plan.${field}.`),
    )
    return found && fields[found]
  }
  const run = async () => {
    const sent = toSend()
    const known = offered ? { serviceId: offered.serviceId, version: sent.version } : {}
    const reply = await save.run({ ...known, plan: sent.plan })
    if (!reply) return
    if (reply.ok) {
      drop()
      setRestored(false)
      setSaved(true)
      on.onSaved(reply.data)
      return
    }
    setSaved(false)
    if (reply.error.code === 'CHANGED') on.onStale()
    const [field] = Object.keys(reply.error.fields ?? {})
    if (field) onPart(partOf(field))
  }
  if (stale) {
    return (
      <Stack card>
        <Heading>{TEXT.changedTitle}</Heading>
        <Say>{TEXT.changedSay}</Say>
        <Button
          onTap={() => {
            save.forget()
            takeMine()
          }}
        >
          {TEXT.mine}
        </Button>
        <Button
          kind="second"
          onTap={() => {
            save.forget()
            drop()
          }}
        >
          {TEXT.theirs}
        </Button>
      </Stack>
    )
  }
  const step = {
    draft: shown,
    wrong,
    onChange: (change: Parameters<typeof type>[0]) => {
      setSaved(false)
      type(change)
    },
  }
  const parts: Record<FormPart, ReactNode> = {
    basics: (
      <StepBasics
        {...step}
        providers={providers}
        there={offered !== undefined}
        urls={{ ...urlsOf(offered), ...seen }}
        onSeen={(uploadId, url) => setSeen((known) => ({ ...known, [uploadId]: url }))}
      />
    ),
    terms: <StepTerms {...step} />,
    more: <StepMore {...step} />,
  }
  return (
    <Stack>
      {restored && shown.typed ? (
        <>
          <Notice tone="plain">{TEXT.restored}</Notice>
          <Button
            kind="second"
            onTap={() => {
              setRestored(false)
              drop()
            }}
          >
            {TEXT.forget}
          </Button>
        </>
      ) : null}
      {parts[part]}
      {save.error ? (
        <Notice tone="warn">
          {Object.keys(fields).length > 0 ? TEXT.mend : save.error.message}
        </Notice>
      ) : null}
      {saved && !shown.typed ? (
        <Notice tone="plain" icon="check">
          {TEXT.saved}
        </Notice>
      ) : null}
      <Button busy={save.says(KEEP_TEXT.saving)} onTap={() => void run()}>
        {KEEP_TEXT.save}
      </Button>
    </Stack>
  )
}

function urlsOf(offered: Offered | undefined): Record<string, string> {
  const urls: Record<string, string> = {}
  offered?.plan.pictures.forEach(({ uploadId }, n) => {
    urls[uploadId] = offered.pictureUrls[n] ?? ''
  })
  return urls
}

/** The part of the form that a field of the plan stands in. */
function partOf(field: string): FormPart {
  if (/^plan\.(bring|prepare|terms\.questions)/.test(field)) return 'more'
  return field.startsWith('plan.terms') ? 'terms' : 'basics'
}
