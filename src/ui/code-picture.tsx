import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { renderSVG } from 'uqr'
import './code-picture.css'
import { role } from './role'

interface CodePictureProps {
  /** What the scan page reads, e.g. `iK7MP2AX5`. */
  scene: string
  /** The same for whoever cannot scan, as it is typed. */
  letters: string
  /** What the picture is, for screen readers. */
  label: string
}

/**
 * A code as a picture for the scanner inside Linli, and as letters. Drawn on the phone: no picture of it
 * lies in a storage. It is no mini-program code, which WeChat alone can draw.
 */
export function CodePicture({ scene, letters, label }: CodePictureProps) {
  const picture = useMemo(
    () => `url("data:image/svg+xml,${encodeURIComponent(drawn(scene))}")`,
    [scene],
  )
  return (
    <View className="code-picture">
      <View
        className="code-picture__squares"
        style={{ backgroundImage: picture }}
        aria-label={label}
        {...role('img')}
      />
      <Text className="code-picture__letters">{inGroups(letters)}</Text>
    </View>
  )
}

/** A border of four squares, without which a camera does not find the picture. */
const drawn = (scene: string) => renderSVG(scene, { ecc: 'M', border: 4, pixelSize: 1 })

/** In fours, with the kind letter first where there is one: `I-K7MP-2AX5`, or three and three for six. */
function inGroups(letters: string): string {
  const plain = letters.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  if (plain.length <= 6) return plain.replace(/^(.{3})(?=.)/, '$1-')
  return [plain.slice(0, 1), ...(plain.slice(1).match(/.{1,4}/g) ?? [])].join('-')
}
