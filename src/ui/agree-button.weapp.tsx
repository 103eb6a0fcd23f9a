import { Button } from '@tarojs/components'
import { AGREE_BUTTON } from '../lib/privacy.weapp'
import './agree-button.css'

/** WeChat's own button, by which it sees that the person agreed; made to look like ours. */
export function AgreeButton({ children, onAgree }: { children: string; onAgree: () => void }) {
  return (
    <Button
      id={AGREE_BUTTON}
      className="tap button button--main agree-button"
      aria-role="button"
      aria-label={children}
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Button>
  )
}
