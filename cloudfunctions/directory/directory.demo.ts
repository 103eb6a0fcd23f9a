import { entryKind } from '../../types/contract/directory'
import { TOKEN_LETTERS, tokenOf } from '../../types/contract/printed-code'
import type { DemoDocuments, DemoServiceDesk, DemoWorld } from '../shared/demo-world'
import { fingerprint } from '../shared/ids'
import { listKeyOf } from '../shared/list-key.rules'
import {
  type DemoEntry,
  DEMO_FOR_EVERYBODY,
  demoDesk,
  demoOfCommunity,
  demoOfDistrict,
  demoOfStreet,
} from './demo-directory.text'
import type { EntryDoc } from './directory.docs'
import { EVERYBODY } from './directory.rules'

/** Whom people can turn to: everybody's numbers, and for each place its desk and what is around it. */
export function demoDirectory({ serviceDesks }: DemoWorld): DemoDocuments {
  const everybody = DEMO_FOR_EVERYBODY.map((entry) => ({ region: EVERYBODY, entry }))
  const around = serviceDesks.flatMap((desk, n) =>
    entriesAround(desk, n).map((entry) => ({
      region: desk.region,
      ...(desk.communityId ? { communityId: desk.communityId } : {}),
      entry,
    })),
  )
  return { directory: [...everybody, ...around].map(docOf) }
}

function entriesAround(desk: DemoServiceDesk, n: number): DemoEntry[] {
  const { placeName, name, phone } = desk
  switch (levelOf(desk)) {
    case 'district':
      return [demoDesk.district(placeName, name, phone), ...demoOfDistrict(placeName)]
    case 'street':
      return [demoDesk.street(placeName, name, phone), ...demoOfStreet(placeName, n)]
    case 'community':
      return [demoDesk.community(placeName, name, phone), ...demoOfCommunity(placeName, n)]
  }
}

const levelOf = ({ region, communityId }: DemoServiceDesk) =>
  communityId ? 'community' : region.includes('/') ? 'street' : 'district'

/** What is nearest stands first within its kind; of everybody's, the order written. */
function docOf(
  { region, communityId, entry }: { region: string; communityId?: string; entry: DemoEntry },
  index: number,
): EntryDoc {
  const { key, ...facts } = entry
  const _id = `${region.slice(region.lastIndexOf('/') + 1)}-${key}`
  const kindPlace = entryKind.options.indexOf(entry.kind)
  const nearness = region === EVERYBODY ? index : 9 - region.split('/').length
  return {
    _id,
    region,
    ...(communityId ? { communityId } : {}),
    ...facts,
    code: demoCode(_id),
    listKey: listKeyOf(kindPlace * 1_000 + nearness, _id),
  }
}

/** The same entry has the same code in every demo, so that a printed one stays good. */
function demoCode(entryId: string): string {
  const digits = fingerprint('demo', entryId).slice(0, 14).match(/../g) ?? []
  const letters = digits.map((two) =>
    TOKEN_LETTERS.charAt(parseInt(two, 16) % TOKEN_LETTERS.length),
  )
  return tokenOf(letters.join(''))
}
