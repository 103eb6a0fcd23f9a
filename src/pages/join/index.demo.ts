/** A newcomer who has scanned the paper of their house; one step back is where those without it begin. */
export const demo = {
  params: { code: 'K7MP2AX5' },
  person: 'demo-newcomer',
  opened: {
    'what is missing': ['加入'],
    'where one lives': ['上一步'],
  },
}
