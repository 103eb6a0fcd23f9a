import { startBrowser } from './config/browser.mts'
import { readFileSync } from 'node:fs'
const [out, ...files] = process.argv.slice(2)
const b = await startBrowser(); const p = await b.newPage({ viewport: { width: files.length * 387, height: 1400 } })
await p.setContent('<style>body{margin:0;display:flex;gap:12px;background:#777;align-items:flex-start}</style>' + files.map((f) => `<img src="data:image/png;base64,${readFileSync(f).toString('base64')}">`).join(''))
await p.waitForTimeout(300)
const h = await p.evaluate('document.body.scrollHeight') as number
await p.setViewportSize({ width: files.length * 387, height: h })
await p.screenshot({ path: out! }); await b.close()
