import { useState } from 'react'
import { UPLOADS } from '../../../../types/contract/uploads'
import { updateQuery } from '../../../cloud/query-cache'
import { useDraft } from '../../../lib/use-draft'
import { pickFile, type PickedFile } from '../../../lib/pick-file'
import { Bullets } from '../../../ui/bullets'
import { Button } from '../../../ui/button'
import { Wide } from '../../../ui/desk'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Heading, Say, Stack } from '../../../ui/stack'
import { ROSTER_ROLES } from '../desk/desk-roles'
import { ForRoles } from '../../../cloud/for-roles'
import { IMPORT_TEXT } from './import.text'
import { ImportProgress } from './import-progress'
import { endingOf, useRosterUpload } from './use-roster-upload'

const TEXT = IMPORT_TEXT
const NOTHING = { importId: '' }
const { endings: ENDINGS, bytes: MOST_BYTES } = UPLOADS.roster
const fromChat = process.env.TARO_ENV === 'weapp'

/** A community's list of people out of a spreadsheet: sent, looked at, and then applied. */
export function ImportView() {
  // An import outlives this page; whoever comes back finds it.
  const { draft, change, drop } = useDraft('roster-import', NOTHING, importFrom)
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={ROSTER_ROLES}>
        {() => (
          <Wide>
            {draft.importId ? (
              <ImportProgress importId={draft.importId} onAgain={drop} />
            ) : (
              <Choose onRead={(importId) => change(() => ({ importId }))} />
            )}
          </Wide>
        )}
      </ForRoles>
    </Screen>
  )
}

function Choose({ onRead }: { onRead: (importId: string) => void }) {
  const upload = useRosterUpload()
  const [file, setFile] = useState<PickedFile>()
  const [unfit, setUnfit] = useState<string>()
  const send = async (picked: PickedFile) => {
    const report = await upload.send(picked)
    if (!report) return
    updateQuery('account.viewImport', { importId: report.importId }, undefined, () => report)
    onRead(report.importId)
  }
  const choose = async () => {
    const picked = await pickFile(ENDINGS)
    if (!picked) return
    const problem = problemOf(picked)
    setUnfit(problem)
    setFile(problem ? undefined : picked)
    if (!problem) await send(picked)
  }
  return (
    <Stack>
      <Heading>{TEXT.title}</Heading>
      <Say>{TEXT.say}</Say>
      <Stack card>
        <Bullets lines={fromChat ? [...TEXT.needs, TEXT.fromChat] : TEXT.needs} />
      </Stack>
      {unfit ? <Notice tone="warn">{unfit}</Notice> : null}
      {file ? (
        <Notice tone="plain" icon="book">
          {file.name}
        </Notice>
      ) : null}
      {upload.error ? <Notice tone="warn">{upload.error.message}</Notice> : null}
      {upload.error && file ? (
        <Button busy={upload.says} onTap={() => void send(file)}>
          {TEXT.retry}
        </Button>
      ) : null}
      <Button
        kind={upload.error ? 'second' : 'main'}
        busy={upload.error ? false : upload.says}
        onTap={() => void choose()}
      >
        {TEXT.choose}
      </Button>
    </Stack>
  )
}

/** What keeps a file from being sent at all. */
function problemOf({ name, bytes }: PickedFile): string | undefined {
  if (!(ENDINGS as readonly string[]).includes(endingOf(name))) return TEXT.notTable
  return bytes > MOST_BYTES ? TEXT.tooLarge : undefined
}

function importFrom(kept: unknown): typeof NOTHING {
  const { importId } = (kept ?? {}) as { importId?: unknown }
  return typeof importId === 'string' ? { importId } : NOTHING
}
