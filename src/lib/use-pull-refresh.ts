import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Pulling a page down refreshes it; the page also has to allow it in its config. */
export function usePullRefresh(refresh: () => Promise<unknown>): void {
  const pull = async () => {
    try {
      await refresh()
    } finally {
      Taro.stopPullDownRefresh()
    }
  }
  usePullDownRefresh(() => void pull())
}
