import { Text, View } from '@tarojs/components'
import { showMe } from '../../cloud/show-me'
import { useCommand } from '../../cloud/use-command'
import { useQuery } from '../../cloud/use-query'
import { dayOf, formatDate } from '../../lib/time.format'
import { goBack } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import './account.css'
import { ACCOUNT_TEXT } from './account.text'
import { POLICY_TEXT } from './policy.text'

const TEXT = ACCOUNT_TEXT.privacy

const SPOKEN = [
  POLICY_TEXT.lead,
  ...POLICY_TEXT.parts.map(({ title, lines }) => `${title}：${lines.join('')}`),
].join('')

/** The policy, to read at leisure, and the consent to it. */
export function PrivacyView() {
  const query = useQuery('account.me', {}, { as: 'me' })
  const agree = useCommand('account.agree')
  const privacy = query.status === 'ready' ? query.data.privacy : undefined
  const agreed = privacy !== undefined && privacy.agreed === privacy.current
  const canAgree = query.status === 'ready' && query.data.state === 'active' && !agreed

  const submit = async () => {
    if (!privacy) return
    const result = await agree.run({ policyVersion: privacy.current })
    if (!result?.ok) return
    showMe(result.data)
    void goBack()
  }
  const footer = canAgree ? (
    <>
      {agree.error ? <Notice tone="warn">{agree.error.message}</Notice> : null}
      <Button busy={agree.says(TEXT.agreeing)} onTap={() => void submit()}>
        {TEXT.agree}
      </Button>
    </>
  ) : null

  return (
    <Screen own title={TEXT.title} footer={footer} aloud={SPOKEN}>
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['line', 'tall', 'tall']} />}
        onRetry={() => void query.refresh()}
      >
        {(me, now) => (
          <>
            {agreed && me.privacy.agreedAt !== undefined ? (
              <Notice tone="plain" icon="check">
                {TEXT.agreed(formatDate(dayOf(me.privacy.agreedAt), now))}
              </Notice>
            ) : null}
            <Policy version={me.privacy.current} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function Policy({ version }: { version: string }) {
  return (
    <>
      <Text className="policy__lead">{POLICY_TEXT.lead}</Text>
      {POLICY_TEXT.parts.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <Card>
            {lines.map((line) => (
              <View key={line} className="policy__line">
                {line}
              </View>
            ))}
          </Card>
        </Section>
      ))}
      <View className="policy__version">{POLICY_TEXT.version(version)}</View>
    </>
  )
}
