import { describe, expect, test } from 'vitest'
import { inRepo } from '../../config/paths.mts'
import { isDesk, problemOf, readRoutes } from '../../config/routes.mts'

const PAGE = `import { useRouter } from '@tarojs/taro'
export default function Page() {
  const { serviceId = '', day: chosen = '' } = useRouter().params
}`

describe('every route of app.config is opened by the tools', () => {
  test('all of them, with what their pages read of the address', async () => {
    const routes = await readRoutes()
    const { default: app } = (await import(inRepo('src/app.config.ts'))) as {
      default: { pages: string[] }
    }
    expect(routes.map(({ path }) => path)).toEqual(expect.arrayContaining(app.pages))
    expect(routes.find(({ path }) => path === 'pages/service/index')?.query).toMatch(/serviceId=./)
  })

  test('a page whose parameters nobody gives is told where they go', () => {
    expect(problemOf('pages/x/index', PAGE, {})).toMatch(
      /src\/pages\/x\/index\.demo\.ts .* giving serviceId, day /,
    )
    expect(problemOf('pages/x/index', PAGE, { serviceId: 'a' })).toMatch(/giving day /)
    expect(problemOf('pages/x/index', PAGE, { serviceId: 'a', day: '' })).toBeUndefined()
    expect(problemOf('pages/x/index', 'const { params } = useRouter()', {})).toMatch(/demo\.ts/)
    expect(problemOf('pages/x/index', 'export default () => null', {})).toBeUndefined()
  })

  test('a page of staff is known by its folder or its package', () => {
    const desks = ['pages/desk-services/index', 'desk/pages/slots/index', 'pages/home/index']
    expect(desks.map(isDesk)).toEqual([true, true, false])
  })
})
