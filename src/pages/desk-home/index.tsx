import { DESK_ROLES } from '../../features/account/desk/desk-roles'
import { DESK_HOME_TEXT } from '../../features/account/desk/desk.text'
import { ForRoles } from '../../cloud/for-roles'
import { List } from '../../ui/list'
import { Screen } from '../../ui/screen'
import { DESK_ENTRIES } from './entries'

/** The ways to all that staff do, behind one row of 我的. */
export default function DeskHomePage() {
  return (
    <Screen own title={DESK_HOME_TEXT.title}>
      <ForRoles roles={DESK_ROLES}>
        {() => (
          <List>
            {DESK_ENTRIES.map((Entry, index) => (
              <Entry key={index} />
            ))}
          </List>
        )}
      </ForRoles>
    </Screen>
  )
}
