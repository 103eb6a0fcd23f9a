/** Words of an announcement's pictures and files. */
export const ATTACH_TEXT = {
  preparing: '正在准备…',
  uploading: (percent: number) => `正在上传 ${percent}%`,
  retry: '再传一次',
  up: '往前移',
  remove: '拿掉',
  upLabel: (name: string) => `把${name}往前移`,
  removeLabel: (name: string) => `拿掉${name}`,
  announcementPicture: {
    title: '图片',
    add: '加图片',
    name: (n: number) => `第${n}张图片上是什么`,
    nameHint: '一句话，念给看不清的人听',
    nth: (n: number) => `第${n}张图片`,
    room: (count: number, most: number) => `${count}/${most}张，每张不超过5兆`,
    wrongKind: '请选 jpg、png 或 webp 图片。',
    tooLarge: '图片太大了。请选小一些的，不超过5兆。',
  },
  announcementFile: {
    title: '附件',
    add: '加附件',
    name: (n: number) => `第${n}个附件叫什么`,
    nameHint: '居民看到的名字',
    nth: (n: number) => `第${n}个附件`,
    room: (count: number, most: number) =>
      `${count}/${most}个，pdf、docx、xlsx、pptx，每个不超过20兆`,
    wrongKind: '请选 pdf、docx、xlsx 或 pptx 文件。老的 doc、xls 请先另存。',
    tooLarge: '文件太大了，不超过20兆。',
  },
}
