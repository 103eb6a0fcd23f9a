import { Button } from './button'

/** Where there is no WeChat to see it, a plain button. */
export function AgreeButton({ children, onAgree }: { children: string; onAgree: () => void }) {
  return <Button onTap={onAgree}>{children}</Button>
}
