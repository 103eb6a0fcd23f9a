import { Component, type ReactNode } from 'react'
import { goHome } from '../lib/routes'
import { Standstill } from './standstill'
import { UI_TEXT } from './ui.text'

interface GuardState {
  failed: boolean
}

/**
 * A part of a screen that fails to draw says so, with a way on. Without it React clears the whole page;
 * what failed stands in the console, where React itself writes it.
 */
export class Guard extends Component<{ children: ReactNode }, GuardState> {
  override state: GuardState = { failed: false }

  static getDerivedStateFromError(): GuardState {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Standstill
        icon="alert"
        title={UI_TEXT.brokenTitle}
        say={UI_TEXT.brokenSay}
        action={{ say: UI_TEXT.retry, onTap: () => this.setState({ failed: false }) }}
        other={{ say: UI_TEXT.home, onTap: () => void goHome() }}
      />
    )
  }
}
