import { useEffect } from 'react'
import type { ImportReport } from '../../../../types/contract/account-roster'
import { updateQuery } from '../../../cloud/query-cache'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { openDeskPeople } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { ProgressBar } from '../../../ui/progress-bar'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { IMPORT_TEXT } from './import.text'
import { ImportProblems } from './import-problems'
import { ImportCounts } from './import-counts'

const TEXT = IMPORT_TEXT
/** How long between two looks at an import that runs. */
const LOOK_AGAIN_MS = 3_000

interface ImportProgressProps {
  importId: string
  onAgain: () => void
}

/** One import: what it would do, how far it is, and how it ended. */
export function ImportProgress({ importId, onAgain }: ImportProgressProps) {
  const query = useQuery('account.viewImport', { importId })
  const report = query.status === 'ready' ? query.data : undefined
  const { refresh } = query
  useEffect(() => {
    if (report?.state !== 'running') return
    const timer = setTimeout(() => void refresh(), LOOK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [report, refresh])

  if (query.status === 'error' && query.error.code === 'NOT_FOUND') {
    return (
      <Standstill
        icon="book"
        title={TEXT.failed}
        say={query.error.message}
        action={{ say: TEXT.again, onTap: onAgain }}
      />
    )
  }
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'card', 'row', 'row']} />}
      onRetry={() => void refresh()}
    >
      {(shown) => <Report report={shown} onAgain={onAgain} />}
    </Loaded>
  )
}

function Report({ report, onAgain }: { report: ImportReport; onAgain: () => void }) {
  const { state, rows, done, counts } = report
  switch (state) {
    case 'read':
      return (
        <Stack>
          <Notice tone="plain" icon="shield">
            {TEXT.read}
          </Notice>
          <Say>{TEXT.readSay(rows)}</Say>
          <ImportCounts counts={counts} />
          <Apply report={report} />
          <Button kind="second" onTap={onAgain}>
            {TEXT.other}
          </Button>
          <ImportProblems report={report} />
        </Stack>
      )
    case 'running':
      return (
        <Stack>
          <Heading>{TEXT.running}</Heading>
          <ProgressBar done={done} of={rows} say={TEXT.progress(done, rows)} />
          <Say>{TEXT.runningSay}</Say>
          <ImportCounts counts={counts} />
        </Stack>
      )
    case 'done':
    case 'failed':
      return (
        <Stack>
          <Notice
            tone={state === 'done' ? 'plain' : 'warn'}
            {...(state === 'done' ? { icon: 'check' } : {})}
          >
            {state === 'done' ? TEXT.done : `${TEXT.failed}。${TEXT.failedSay}`}
          </Notice>
          <Say>{TEXT.progress(done, rows)}</Say>
          <ImportCounts counts={counts} />
          <Button onTap={() => void openDeskPeople()}>{TEXT.people}</Button>
          <Button kind="second" onTap={onAgain}>
            {TEXT.again}
          </Button>
          <ImportProblems report={report} />
        </Stack>
      )
  }
}

/** Nothing was changed until this. */
function Apply({ report }: { report: ImportReport }) {
  const { importId, counts } = report
  const apply = useCommand('account.applyImport')
  const count = counts.new + counts.changed
  const run = async () => {
    const result = await apply.run({ importId })
    if (result?.ok) updateQuery('account.viewImport', { importId }, undefined, () => result.data)
  }
  if (count === 0) return <Notice tone="plain">{TEXT.nothing}</Notice>
  return (
    <>
      {apply.error ? <Notice tone="warn">{apply.error.message}</Notice> : null}
      <Button busy={apply.says(TEXT.applying)} onTap={() => void run()}>
        {TEXT.apply(count)}
      </Button>
    </>
  )
}
