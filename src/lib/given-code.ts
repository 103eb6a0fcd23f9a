import { type PrintedCode, readScene } from '../../types/contract/printed-code'
import type { Seen } from './scan-code'

/**
 * What a scanner or a person gave: nothing yet, a whole code of a kind known here, a code of a kind that
 * only a newer version knows, a damaged one, or something that is not ours. Only a `code` is followed.
 */
export type Given =
  { is: 'nothing' | 'newer' | 'damaged' | 'foreign' } | ({ is: 'code' } & PrintedCode)

/** `letters`: the kinds known here. */
type Letters = readonly string[]

/** From the page's own `scene`, as WeChat hands it over when its scanner opens the page: still encoded. */
export function givenByScene(scene: string | undefined, letters: Letters): Given {
  return scene ? whole(decoded(scene), letters) : { is: 'nothing' }
}

/** From what the camera saw: our own page with its scene, or a scene as a text. */
export function givenByCamera({ path, result }: Seen, letters: Letters): Given {
  if (path !== undefined) {
    const scene = /^\/?pages\/scan\/index\?(?:.*&)?scene=([^&#]+)/.exec(path)?.[1]
    return scene ? givenByScene(scene, letters) : { is: 'foreign' }
  }
  return result && readScene(result) ? whole(result, letters) : { is: 'foreign' }
}

/** From what was typed off the label: capitals or not, with strokes and blanks or without. */
export function givenByHand(typed: string, letters: Letters): Given {
  const plain = typed
    .replace(/[\uff10-\uff5a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
  return plain
    ? whole(plain.slice(0, 1).toLowerCase() + plain.slice(1), letters)
    : { is: 'nothing' }
}

function whole(scene: string, letters: Letters): Given {
  const code = readScene(scene)
  if (!code) return { is: 'damaged' }
  return letters.includes(code.letter) ? { is: 'code', ...code } : { is: 'newer' }
}

/** A scene that cannot be decoded is read as it is, and found damaged. */
function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene)
  } catch {
    return scene
  }
}
