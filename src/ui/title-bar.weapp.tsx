import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/**
 * WeChat draws the title and the way back itself, with the title of the page's config: a screen that says
 * more, such as whose bookings these are, tells it. Only the page in sight may: the call names no page.
 */
export function TitleBar({ title }: { title: string; root: boolean; behind: object }) {
  const inSight = useRef(true)
  const tell = () => {
    if (inSight.current) Taro.setNavigationBarTitle({ title }).catch(() => undefined)
  }
  useDidShow(() => {
    inSight.current = true
    tell()
  })
  useDidHide(() => {
    inSight.current = false
  })
  useEffect(tell, [title])
  return null
}
