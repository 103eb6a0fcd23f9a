export const demo = { opened: { 'by service': ['按服务看', '老年人健康体检'] } }
