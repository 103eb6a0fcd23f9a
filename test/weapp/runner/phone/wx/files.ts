import { pickFile } from '../overlay/pick-file.ts'
import { lookAt } from '../overlay/look-at.ts'
import { el } from '../overlay/layer.ts'
import { addressOf } from '../elements/shown.ts'
import { api, ApiFailed, asText, type Options } from './api.ts'
import { allowed } from './permissions.ts'

/** Files that the program holds by a temporary path, which is an address of this page. */
const held = new Map<string, Blob>()

export function keepFile(file: Blob): string {
  const path = URL.createObjectURL(file)
  held.set(path, file)
  return path
}

export function fileAt(path: string): Blob {
  const file = held.get(path)
  if (!file) throw new ApiFailed(`file doesn't exist: ${path}`)
  return file
}

/** The album and the camera are a choice of files of this machine. */
async function choosePictures(options: Options, title: string): Promise<File[]> {
  const count = Number(options.count ?? 9)
  const picked = await pickFile({ title, accept: 'image/*,video/*', multiple: count > 1 })
  if (!Array.isArray(picked) || picked.length === 0) throw new ApiFailed('cancel')
  return picked.slice(0, count)
}

async function chooseMedia(options: Options): Promise<Options> {
  const picked = await choosePictures(options, '拍照，或从相册选')
  const tempFiles = picked.map((file) => ({
    tempFilePath: keepFile(file),
    size: file.size,
    fileType: file.type.startsWith('video/') ? 'video' : 'image',
  }))
  return { tempFiles, type: tempFiles[0]?.fileType }
}

/** Files out of a conversation are files of this machine. */
async function chooseMessageFile({ count, extension }: Options): Promise<Options> {
  const endings = Array.isArray(extension) ? (extension as string[]) : []
  const picked = await pickFile({
    title: '从聊天里选文件',
    accept: endings.map((ending) => `.${ending}`).join(','),
    multiple: Number(count ?? 1) > 1,
  })
  if (!Array.isArray(picked) || picked.length === 0) throw new ApiFailed('cancel')
  return {
    tempFiles: picked.map((file) => ({
      name: file.name,
      path: keepFile(file),
      size: file.size,
      time: Math.floor(file.lastModified / 1000),
      type: 'file',
    })),
  }
}

async function chooseImage(options: Options): Promise<Options> {
  const picked = await choosePictures(options, '拍照，或从相册选')
  const tempFiles = picked.map((file) => ({ path: keepFile(file), size: file.size }))
  return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
}

function showPicture(url: string): void {
  const picture = el('img', 'look__picture')
  picture.src = addressOf(url)
  picture.alt = ''
  lookAt('看图片', picture)
}

async function pictureSize(src: string): Promise<Options> {
  const picture = new Image()
  picture.src = addressOf(src)
  await picture.decode()
  return { width: picture.naturalWidth, height: picture.naturalHeight, path: src, type: 'unknown' }
}

/** Texts that the program writes below wx.env.USER_DATA_PATH, such as an invitation to a calendar. */
const fileSystem = {
  writeFile: api('writeFile', ({ filePath, data }) => {
    held.set(String(filePath), new Blob([data as BlobPart]))
  }),
  writeFileSync: (path: string, data: BlobPart) => void held.set(path, new Blob([data])),
  readFile: api('readFile', async ({ filePath, encoding }) => {
    const file = fileAt(String(filePath))
    return { data: encoding ? await file.text() : await file.arrayBuffer() }
  }),
  unlink: api('unlink', ({ filePath }) => void held.delete(String(filePath))),
}

export const files = {
  chooseMedia: api('chooseMedia', chooseMedia),
  chooseImage: api('chooseImage', chooseImage),
  chooseMessageFile: api('chooseMessageFile', chooseMessageFile),
  previewImage: api('previewImage', ({ urls, current }) => {
    const list = urls as string[]
    showPicture(typeof current === 'string' ? current : (list[Number(current ?? 0)] ?? ''))
  }),
  getImageInfo: api('getImageInfo', ({ src }) => pictureSize(String(src))),
  compressImage: api('compressImage', ({ src }) => ({ tempFilePath: src })),
  saveImageToPhotosAlbum: api('saveImageToPhotosAlbum', () =>
    allowed('scope.writePhotosAlbum', '保存图片到相册'),
  ),
  openDocument: api('openDocument', ({ filePath, fileType }) => {
    const link = el('a', '', '在浏览器里打开')
    link.href = URL.createObjectURL(fileAt(String(filePath)))
    link.target = '_blank'
    lookAt(`文件 ${asText(fileType)}`, link)
  }),
  downloadFile: api('downloadFile', async ({ url }) => {
    const response = await fetch(String(url))
    return { tempFilePath: keepFile(await response.blob()), statusCode: response.status }
  }),
  getFileSystemManager: () => fileSystem,
  env: { USER_DATA_PATH: 'wxfile://usr' },
}
