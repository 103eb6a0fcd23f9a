/** Why a roster's file cannot be read, and what to do. What follows each is an own sentence. */
export const FILE_TEXT = {
  empty: '这个文件是空的。请选有内容的表格再上传。',
  oldExcel: '这是旧版表格（.xls）。请用 Excel 或 WPS 另存为 .xlsx，再上传。',
  locked: '这个表格有密码。请去掉密码，另存为 .xlsx，再上传。',
  picture: '这是一张图片。请上传 .xlsx 或 .csv 表格。',
  pdf: '这是 PDF 文件。请上传 .xlsx 或 .csv 表格。',
  webPage: '这其实是网页文件。请用 Excel 或 WPS 打开，另存为 .xlsx，再上传。',
  notSheet: '这不是表格文件。请上传 .xlsx 或 .csv 表格。',
  broken: '这个表格打不开，可能坏了。请用 Excel 或 WPS 另存为 .xlsx，再上传。',
  tooManyRows: '表格超过2万行。请分成几个文件，一个一个上传。',
  tooWide: '表格的列太多了。请只留需要的列，另存后再上传。',
  tooMuchInside: '表格里的内容太多了。请复制到一个新表格里，另存为 .xlsx，再上传。',
} as const

export type FileProblem = keyof typeof FILE_TEXT
