export const demo = { opened: { 'a question': ['可以带孙子来吗'] } }
