import { button, el, layOver } from './layer.ts'

interface Picking {
  title: string
  accept: string
  multiple?: boolean
  /** A way to type instead, with what the field says while empty. */
  orText?: string
}

/** Files from this machine in place of the camera and the album; or a text; or undefined when left. */
export function pickFile({
  title,
  accept,
  multiple = false,
  orText,
}: Picking): Promise<File[] | string | undefined> {
  return new Promise((answer) => {
    const finish = (picked: File[] | string | undefined) => {
      removeEventListener('paste', onPaste)
      takeAway()
      answer(picked)
    }
    const file = el('input', 'choose__field')
    Object.assign(file, { type: 'file', accept, multiple })
    file.setAttribute('aria-label', '选一张图片')
    file.addEventListener('change', () => finish([...(file.files ?? [])]))
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) finish(files)
    }
    addEventListener('paste', onPaste)
    const body = el('div', 'choose', el('div', 'menu__title', title), file)
    if (orText !== undefined) {
      const field = el('input', 'choose__field')
      field.placeholder = orText
      field.setAttribute('aria-label', orText)
      body.append(
        field,
        button('用这段文字', () => finish(field.value), 'press--main'),
      )
    }
    body.append(button('取消', () => finish(undefined), 'press--line press--leave'))
    const takeAway = layOver('bottom', title, body)
  })
}
