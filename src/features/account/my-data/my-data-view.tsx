import { openClaim, openEraseMe, openHeads, openPrivacy, openTraces } from '../../../lib/routes'
import { List, ListRow } from '../../../ui/list'
import { Screen } from '../../../ui/screen'
import { Say, Stack } from '../../../ui/stack'
import { ExportPart } from './export-part'
import { MY_DATA_TEXT } from './my-data.text'

const TEXT = MY_DATA_TEXT

/** What is kept of me: to take along, to see who read it, to have it erased. The rows need no network. */
export function MyDataView() {
  return (
    <Screen own title={TEXT.title} aloud={TEXT.say + TEXT.export.say + TEXT.office}>
      <Stack>
        <Say>{TEXT.say}</Say>
        <ExportPart />
        <List>
          <ListRow
            icon="person"
            title={TEXT.traces}
            say={TEXT.tracesSay}
            onTap={() => void openTraces()}
          />
          <ListRow
            icon="shield"
            title={TEXT.heads}
            say={TEXT.headsSay}
            onTap={() => void openHeads()}
          />
          <ListRow
            icon="book"
            title={TEXT.privacy}
            say={TEXT.privacySay}
            onTap={() => void openPrivacy()}
          />
          <ListRow
            icon="bin"
            title={TEXT.erase}
            say={TEXT.eraseSay}
            onTap={() => void openEraseMe()}
          />
        </List>
        <Say>{TEXT.office}</Say>
        <List>
          <ListRow icon="letters" title={TEXT.claim} onTap={() => void openClaim()} />
        </List>
      </Stack>
    </Screen>
  )
}
