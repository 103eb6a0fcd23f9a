export const demo = {
  params: { id: 'demo-water' },
  opened: { 'a question': ['我要问社区'] },
}
