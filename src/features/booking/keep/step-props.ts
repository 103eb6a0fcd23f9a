import type { ServiceDraft } from './service.draft'

/** What every part of a service's form works with. */
export interface StepProps {
  draft: ServiceDraft
  onChange: (part: Partial<ServiceDraft>) => void
  /** What is wrong with a field of the plan, or with something in it: `terms.who`. */
  wrong: (field: string) => string | undefined
}
