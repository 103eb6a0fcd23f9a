export const demo = {
  opened: {
    'a visit to look at': ['王雨桐 陪同就医'],
    'by person': ['按老人'],
  },
}
