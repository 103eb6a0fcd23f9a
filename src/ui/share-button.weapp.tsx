import { Button } from '@nutui/nutui-react-taro'
import './button.css'

/** WeChat's own button, which asks whom to send the page's card to (`useShareAppMessage`). */
export function ShareButton({ children }: { children: string }) {
  return (
    <Button
      block
      type="default"
      fill="outline"
      size="xlarge"
      shape="square"
      className="button button--second"
      aria-label={children}
      openType="share"
    >
      {children}
    </Button>
  )
}
