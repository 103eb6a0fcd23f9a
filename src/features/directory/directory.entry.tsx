import { openDirectory } from '../../lib/routes'
import { ListRow } from '../../ui/list'
import { DIRECTORY_TEXT } from './directory.text'

/** The way into the directory among the rows of 我的, for a newcomer too. */
export function DirectoryEntry() {
  return (
    <ListRow
      icon="book"
      title={DIRECTORY_TEXT.title}
      say={DIRECTORY_TEXT.cardSay}
      onTap={() => void openDirectory()}
    />
  )
}
