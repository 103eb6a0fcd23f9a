#!/usr/bin/env node
// The published package brings its code built; in a fresh checkout it is built at the first use.
import { existsSync } from 'node:fs'

const cli = new URL('../dist/cli.js', import.meta.url)
if (!existsSync(cli)) await import('../build.mjs')
await import(cli.href)
