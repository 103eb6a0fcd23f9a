import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { mayChange } from './db'
import { SECOND } from './time'

/** How long 企业微信 may take to answer. */
const PATIENCE = 3 * SECOND
const MACHINE_ITSELF = ['127.0.0.1', 'localhost']

/**
 * Says a text in a group of 企业微信, by the address of its robot (群机器人 webhook). Throws when it was not taken.
 * Without encryption only to this machine.
 */
export async function sayInGroup(address: string, content: string): Promise<void> {
  const url = new URL(address)
  const here = url.protocol === 'http:' && MACHINE_ITSELF.includes(url.hostname)
  if (url.protocol !== 'https:' && !here) throw new Error('the webhook is not an https address')
  await mayChange()
  const answer = await post(url, JSON.stringify({ msgtype: 'text', text: { content } }))
  const { errcode } = JSON.parse(answer) as { errcode?: number }
  if (errcode !== 0) throw Object.assign(new Error('the webhook refused'), { errCode: errcode })
}

/** The answer's body, of at most a few lines. */
const MOST = 4_096

const post = (url: URL, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secure : plain
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const timeout = setTimeout(() => sent.destroy(new Error('the webhook is silent')), PATIENCE)
    const sent = send(url, { method: 'POST', headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
        if (text.length > MOST) sent.destroy(new Error('the webhook says too much'))
      })
      answer.on('end', () => {
        clearTimeout(timeout)
        if (answer.statusCode === 200) resolve(text)
        else reject(new Error(`the webhook answered ${answer.statusCode}`))
      })
      answer.on('error', reject)
    })
    sent.on('error', (error) => {
      clearTimeout(timeout)
      reject(error)
    })
    sent.end(body)
  })
