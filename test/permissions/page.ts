import { format } from 'prettier'
import type { Access } from '../../types/contract/access'
import type { GivenRole } from '../../types/contract/role'
import type { Listed } from './try-all'

const WHO: Record<Exclude<Access['who'], 'role'>, string> = {
  anyone: 'anyone with WeChat, newcomers too',
  member: 'whoever has an account',
  resident: 'whoever lives in a community',
}

const ROLES: Record<GivenRole, string> = {
  volunteer: 'volunteer',
  provider: 'provider',
  propertyManager: 'property manager',
  repairWorker: 'repair worker',
  ownersCommittee: 'owners’ committee',
  assemblyRepresentative: 'assembly representative',
  socialWorker: 'social worker',
  staff: 'staff',
  streetOfficer: 'street officer',
  districtOfficer: 'district officer',
  administrator: 'administrator',
}

const OVER: Record<Access['over'], string> = {
  own: 'their own',
  community: 'the community of the role, or one named below it',
  region: 'the region that the input names, within the role’s own',
}

const traced = ({ kind, access }: Listed['declared']): string => {
  if (access.who === 'role') return kind === 'command' || access.traced ? 'yes' : 'no'
  if (kind === 'query') return 'no'
  return access.dependents === true || access.desk ? 'for another' : 'no'
}

const rowOf = ({ name, declared }: Listed): string => {
  const { who, roles, over, dependents, desk } = declared.access
  const cells = [
    `\`${name}\``,
    who === 'role' ? roles.map((role) => ROLES[role]).join(', ') : WHO[who],
    OVER[over],
    dependents === true ? 'yes' : dependents,
    desk ? 'yes' : 'no',
    traced(declared),
  ]
  return `| ${cells.join(' | ')} |`
}

const HEAD = `# Who may do what

Made by \`npm run permissions\` from the contract (\`access\` beside each operation in \`types/contract/\`),
which \`serve\` holds every call to after one read, that of the caller's account. A test calls every operation
as every kind of person, over what is theirs and what is not, against the functions as they run, and holds
the answers to \`test/permissions/table.txt\`.

- **For a dependent**: whether someone's helper may call it for them, or why not. A helper is let in by the
  person or the desk, and either can end it at once. One who helps with bookings only may use the account,
  home, bookings and the directory.
- **At the desk**: whether staff and social workers may call it for somebody of their own community who
  stands at the counter or is on the phone.
- **Traced**: whether it is written into the audit trail ([audit.md](audit.md)). What a person does with their
  own data is not; what is done for another is, when it changes something.
- Whoever stands above a community (street, district, administrator) names the one they mean, and the cloud
  looks whether it lies there.
`

/** docs/permissions.md: one line an operation. */
export function pageOf(operations: readonly Listed[]): Promise<string> {
  const features = [...new Set(operations.map(({ name }) => name.split('.')[0] ?? ''))]
  const sections = features.map((feature) => {
    const rows = operations.filter(({ name }) => name.startsWith(`${feature}.`)).map(rowOf)
    return [
      `## ${feature}`,
      '',
      '| operation | who | over what | for a dependent | at the desk | traced |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n')
  })
  return format([HEAD, ...sections].join('\n\n'), {
    parser: 'markdown',
    printWidth: 100,
  })
}
