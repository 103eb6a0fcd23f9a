import type { Audience, Content, Plan } from '../../types/contract/announcement-content'
import type { Written } from '../../types/contract/announcement-desk'
import type { TestCloud } from './cloud'

export const COMMUNITY = 'heping/nanhu/chunxiao'
export const BUILDING_3 = `${COMMUNITY}/chunxiao-b3`

/** A plan that could be published, for a whole community. */
export const planOf = (
  { content = {}, audience = {}, ...more }: PlanParts = {},
  region = COMMUNITY,
): Plan => ({
  content: {
    title: '今晚停水',
    body: '今晚10点停水，请储水。',
    category: 'notice',
    pictures: [],
    files: [],
    ...content,
  },
  audience: { places: [region], public: false, ...audience },
  questions: false,
  ...more,
})

interface PlanParts extends Partial<Omit<Plan, 'content' | 'audience'>> {
  content?: Partial<Content>
  audience?: Partial<Audience>
}

/** Somebody writes a draft. */
export const draft = (
  cloud: TestCloud,
  openid: string,
  parts: PlanParts = {},
  region = COMMUNITY,
): Promise<Written> =>
  cloud.as(openid).ok('announcement.saveDraft', { region, plan: planOf(parts, region) })

/** What names an announcement as it was read. */
export const asRead = ({ region, announcementId, version }: Written) => ({
  region,
  announcementId,
  version,
})

/** Somebody writes an announcement and publishes it. */
export async function published(
  cloud: TestCloud,
  openid: string,
  parts: PlanParts = {},
  region = COMMUNITY,
): Promise<Written> {
  const written = await draft(cloud, openid, parts, region)
  return cloud.as(openid).ok('announcement.publish', asRead(written))
}

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
