import { Button } from '@nutui/nutui-react-taro'
import { AGREE_BUTTON } from '../lib/privacy.weapp'
import './button.css'

/** WeChat's own button, by which it sees that the person agreed; made to look like ours. */
export function AgreeButton({ children, onAgree }: { children: string; onAgree: () => void }) {
  return (
    <Button
      id={AGREE_BUTTON}
      block
      type="primary"
      fill="solid"
      size="xlarge"
      shape="square"
      className="button button--main"
      aria-label={children}
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Button>
  )
}
