import { useState } from 'react'
import type { ImportReport } from '../../../../types/contract/account-roster'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { Table } from '../../../ui/table'
import { IMPORT_TEXT } from './import.text'

const TEXT = IMPORT_TEXT
const COLUMNS = [
  { key: 'line', title: TEXT.columns.line, narrow: 'head' },
  { key: 'field', title: TEXT.columns.field, narrow: 'head' },
  { key: 'say', title: TEXT.columns.say, narrow: 'line' },
] as const

/** What is wrong with the file, by line, as it is mended in the spreadsheet. */
export function ImportProblems({ report }: { report: ImportReport }) {
  const { ignored, problems } = report
  return (
    <>
      {ignored.length > 0 ? <Say>{TEXT.ignored(ignored.join('、'))}</Say> : null}
      {problems.length > 0 ? (
        <Section title={TEXT.problems}>
          <Page report={report} />
        </Section>
      ) : null}
    </>
  )
}

/** One page, and under it the next once it was asked for. */
function Page({ report: { importId, problems, next } }: { report: ImportReport }) {
  const [further, setFurther] = useState(false)
  return (
    <Stack>
      <Table
        label={TEXT.table}
        columns={COLUMNS}
        rows={problems.map(({ line, field, say }, index) => ({
          key: `${line} ${index}`,
          cells: { line: TEXT.line(line), field: field ?? '', say },
        }))}
      />
      {next && !further ? (
        <Button kind="second" onTap={() => setFurther(true)}>
          {TEXT.more}
        </Button>
      ) : null}
      {next && further ? <NextPage importId={importId} after={next} /> : null}
    </Stack>
  )
}

function NextPage({ importId, after }: { importId: string; after: string }) {
  const query = useQuery('account.viewImport', { importId, after })
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {(report) => <Page report={report} />}
    </Loaded>
  )
}
