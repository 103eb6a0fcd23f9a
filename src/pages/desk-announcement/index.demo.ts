/** A draft, through all of its steps to what is asked before it goes out. */
export const demo = {
  params: { id: 'demo-heating', region: 'heping/nanhu/chunxiao' },
  opened: {
    'pictures and files': ['下一步'],
    'whom it is for': ['下一步', '下一步'],
    'what is asked': ['下一步', '下一步', '下一步'],
    'as it will be seen': ['下一步', '下一步', '下一步', '下一步'],
    'before it goes out': ['下一步', '下一步', '下一步', '下一步', '发布'],
  },
}
