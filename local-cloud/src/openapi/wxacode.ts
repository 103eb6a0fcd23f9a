import QRCode from 'qrcode'
import { ApiError, invalidArgs } from './api-error'
import { Picture, type ApiContext, type ApiParams } from './context'
import { checkPage } from './page'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const VERSIONS = ['release', 'trial', 'develop']
const [NARROWEST, USUAL, WIDEST] = [280, 430, 1280]

/** `#rrggbb` of WeChat's `{ r, g, b }`, black when absent. */
function colourOf(value: unknown): string {
  if (value === undefined) return '#000000'
  const { r, g, b } = (value ?? {}) as Record<string, unknown>
  const parts = [r, g, b].map(Number)
  if (parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    throw invalidArgs('line_color')
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** wxacode.getUnlimited: a QR code of `page?scene=...` where WeChat draws its own round code. */
export async function getUnlimited(params: ApiParams, { pages }: ApiContext): Promise<Picture> {
  const { scene, width = USUAL, check_path: checkPath = true } = params
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new ApiError(40129, 'invalid scene')
  const page = checkPage(params.page ?? '', pages, { exists: checkPath !== false })
  if (typeof width !== 'number' || !Number.isInteger(width) || width < NARROWEST || width > WIDEST)
    throw invalidArgs('width')
  const version = params.env_version ?? 'release'
  if (!VERSIONS.includes(version as string)) throw invalidArgs('env_version')
  const dark = params.auto_color === true ? '#000000' : colourOf(params.line_color)
  const light = params.is_hyaline === true ? '#ffffff00' : '#ffffff'
  const png = await QRCode.toBuffer(`${page}?scene=${encodeURIComponent(scene)}`, {
    width,
    color: { dark, light },
  })
  return new Picture('image/png', png)
}
