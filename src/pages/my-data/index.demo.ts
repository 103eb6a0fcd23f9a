export const demo = {
  opened: { 'the file': ['做成文件'] },
}
