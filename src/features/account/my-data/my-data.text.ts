/** Words of what is kept of a person, and of having it erased. */
export const MY_DATA_TEXT = {
  title: '我的数据',
  say: '这里能看到我们记下了您的什么，谁看过，也能带走或者注销。',
  entrySay: '下载、谁看过、注销',

  export: {
    title: '下载我的数据',
    say: '把记着您的全部内容做成一个表格文件。下载地址十分钟内有效。',
    act: '做成文件',
    busy: '正在做文件…',
    ready: (name: string, size: string) => `文件做好了：${name}，${size}`,
    open: '打开文件',
    opening: '正在打开…',
    failed: '文件没有打开。请再点一次；过了十分钟，请重新做一个。',
    again: '重新做一个',
  },
  traces: '谁看过我的资料',
  tracesSay: '谁在什么时候看了、改了什么',
  privacy: '隐私保护指引',
  privacySay: '我们记下什么、谁看得到',
  heads: '留痕公示',
  headsSay: '每天的校验码，人人可查',
  erase: '注销我的账号',
  eraseSay: '删掉您的资料，退出社区',
  claim: '管理员认领',
  office: '要改姓名、房号，请找社区服务站。',

  size: (bytes: number) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`,

  erasing: {
    title: '注销我的账号',
    lead: '注销以后会怎样，请先看清楚：',
    done: { erased: '会删掉', anonymised: '留下，但不再写您的名字', kept: '照样留着' },
    ahead: (count: number) => `您还有${count}件没办的预约，注销时会取消。`,
    sure: '我看清楚了，要注销',
    mustBeSure: '请先勾选“我看清楚了，要注销”。',
    next: '注销我的账号',
    leave: '不注销了',
    sheetTitle: '真的要注销吗？',
    sheetSay: '注销以后不能恢复。要再用，需要重新加入社区。',
    act: '确定注销',
    busy: '正在注销…',
    stay: '先不注销',
    gone: '已经注销',
    goneSay: '您的资料已经删掉。下面这些按规定留着：',
    goneAll: '您的资料已经全部删掉。',
    home: '回首页',
  },
}
