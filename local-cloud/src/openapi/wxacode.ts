import { qrMatrix } from '../qr/matrix'
import { qrPng, type Colour } from '../qr/png'
import { ApiError, invalidArgs } from './api-error'
import { Picture, type ApiContext, type ApiParams } from './context'
import { checkPage } from './page'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const VERSIONS = ['release', 'trial', 'develop']
const [NARROWEST, USUAL, WIDEST] = [280, 430, 1280]

function colourOf(value: unknown): Colour {
  if (value === undefined) return [0, 0, 0]
  const { r, g, b } = (value ?? {}) as Record<string, unknown>
  const parts = [r, g, b].map(Number)
  if (parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    throw invalidArgs('line_color')
  return parts as Colour
}

/** wxacode.getUnlimited: a QR code of `page?scene=...` where WeChat draws its own round code. */
export function getUnlimited(params: ApiParams, { pages }: ApiContext): Picture {
  const { scene, width = USUAL, check_path: checkPath = true } = params
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new ApiError(40129, 'invalid scene')
  const page = checkPage(params.page ?? '', pages, { exists: checkPath !== false })
  if (typeof width !== 'number' || !Number.isInteger(width) || width < NARROWEST || width > WIDEST)
    throw invalidArgs('width')
  const version = params.env_version ?? 'release'
  if (!VERSIONS.includes(version as string)) throw invalidArgs('env_version')
  const colour = params.auto_color === true ? ([0, 0, 0] as Colour) : colourOf(params.line_color)
  const matrix = qrMatrix(`${page}?scene=${encodeURIComponent(scene)}`)
  if (matrix === undefined) throw new ApiError(41030, 'invalid page')
  return new Picture('image/png', qrPng(matrix, width, colour, params.is_hyaline === true))
}
