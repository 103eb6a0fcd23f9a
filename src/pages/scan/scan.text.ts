/** Words of the page that every printed code opens. */
export const SCAN_TEXT = {
  title: '扫一扫',
  say: '扫服务台、通知栏上印的邻里码',
  scan: '打开相机扫码',
  scanning: '相机打开了…',
  noCamera: '请照着码下面的字输入',
  cameraFailed: '相机没有打开。请在手机设置里允许微信用相机，或者照着码下面的字输入。',

  typeTitle: '扫不了？输入码下面的字',
  typeHint: '不分大小写，横线可以不写',
  typeExample: '例如 D-K7MP-2AX5',
  typed: '码下面的字',
  go: '查一查',
  typedWrong: {
    damaged: '有一个字不对。请对着码再看一遍。',
    newer: '现在还认不出这个码。请关闭小程序，重新打开再试。',
  },

  again: '扫别的码',
  home: '回首页',

  damaged: { title: '这个码不完整', say: '可能没有扫清楚，或者码破损了。请再扫一次。' },
  newer: { title: '现在还认不出这个码', say: '请关闭小程序，重新打开，再扫一次。' },
  foreign: { title: '这不是邻里的码', say: '请扫印着“邻里”的码。付款码、广告码在这里打不开。' },
}
