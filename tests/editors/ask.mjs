// Asks the Cucumber language server what an editor asks it: node ask.mjs NODE_MODULES FOLDER
// FOLDER has features and .vscode/settings.json. Every step of every feature must be known and lead somewhere; the
// beginning of a sentence must be completed; a sentence that nobody knows must be underlined.
import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, folder] = process.argv.slice(2).map(name => path.resolve(name))
const settings = JSON.parse(readFileSync(path.join(folder, '.vscode/settings.json'), 'utf8')
  .replace(/^\s*\/\/.*$/gm, ''))
const cucumber = Object.fromEntries(Object.entries(settings).filter(([name]) => name.startsWith('cucumber.'))
  .map(([name, value]) => [name.slice('cucumber.'.length), value]))

// ---- the protocol: a header with a length, and JSON --------------------------------------------------------------

const server = spawn(process.execPath, [path.join(import.meta.dirname, 'server.cjs'), modules], { cwd: folder })
const waiting = new Map()
const diagnostics = new Map()
const logged = []
let said = Buffer.alloc(0)
let last = 0

server.stderr.on('data', () => {})
server.stdout.on('data', bytes => {
  said = Buffer.concat([said, bytes])
  for (;;) {
    const end = said.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/Content-Length: (\d+)/i.exec(said.subarray(0, end).toString())[1])
    if (said.length < end + 4 + length) return
    const message = JSON.parse(said.subarray(end + 4, end + 4 + length))
    said = said.subarray(end + 4 + length)
    hear(message)
  }
})

function hear(message) {
  if (message.method === 'window/logMessage') logged.push(message.params.message)
  else if (message.method === 'textDocument/publishDiagnostics')
    diagnostics.set(message.params.uri, message.params.diagnostics)
  else if (message.method === 'workspace/configuration') send({ id: message.id, result: [cucumber] })
  else if (message.method && message.id !== undefined) send({ id: message.id, result: null })
  else if (waiting.has(message.id)) {
    waiting.get(message.id)(message.result)
    waiting.delete(message.id)
  }
}

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
  server.stdin.write(body)
}

function ask(method, params) {
  const id = ++last
  return new Promise(answered => {
    waiting.set(id, answered)
    send({ id, method, params })
  })
}

async function until(what, holds) {
  const end = Date.now() + 30_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`The server does not say ${what}. It said:\n${logged.join('\n')}`)
    await new Promise(later => setTimeout(later, 20))
  }
}

function open(uri, text) {
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'cucumber', version: 1, text } } })
  return until(`what is wrong with ${uri}`, () => diagnostics.has(uri))
}

// ---- what an editor asks -----------------------------------------------------------------------------------------

const wrong = []
await ask('initialize', {
  processId: process.pid, rootPath: folder, rootUri: pathToFileURL(folder).href,
  capabilities: {
    workspace: { configuration: true },
    textDocument: { completion: { completionItem: { snippetSupport: true } }, definition: {} },
  },
})
send({ method: 'initialized', params: {} })
await until('what it has found', () => logged.some(line => line.includes('suggestions for auto complete')))
const definitions = Number(logged.map(line => /Found (\d+) step definitions/.exec(line)).find(Boolean)[1])
const errors = logged.filter(line => line.includes('Step Definition errors'))

let [steps, features] = [0, 0]
for (const name of readdirSync(folder, { recursive: true }).filter(name => /^features.*\.feature$/.test(name))) {
  const [uri, text] = [pathToFileURL(path.join(folder, name)).href, readFileSync(path.join(folder, name), 'utf8')]
  await open(uri, text)
  features++
  for (const one of diagnostics.get(uri)) wrong.push(`${name}:${one.range.start.line + 1}: ${one.message}`)
  for (const [line, words] of text.split('\n').entries()) {
    // A step of an outline holds <names>, which fit no parameter; the server leaves those out, too.
    if (!/^\s*(Given|When|Then|And|But) /.test(words) || words.includes('<')) continue
    steps++
    const links = await ask('textDocument/definition', {
      textDocument: { uri }, position: { line, character: words.search(/\S/) + 8 },
    })
    if (!links?.length) wrong.push(`${name}:${line + 1}: leads nowhere: ${words.trim()}`)
  }
}

const trial = 'Feature: f\n  Scenario: s\n    When the customer keys in\n    Then the meter sings\n    Then the meter ho\n'
const uri = pathToFileURL(path.join(folder, 'features/trial.feature')).href
await open(uri, trial)
if (!diagnostics.get(uri).some(one => one.range.start.line === 3)) wrong.push('an unknown sentence is not underlined')
for (const [line, word] of [[2, 'the customer keys in the token'], [4, 'the meter holds']]) {
  const character = trial.split('\n')[line].length
  const items = await ask('textDocument/completion', { textDocument: { uri }, position: { line, character } })
  if (!items?.some(item => item.label.includes(word))) wrong.push(`"${word}" is not offered`)
}

console.log(`${definitions} sentences, ${features} features, ${steps} steps: `
  + `${errors.length} sentences not understood, ${wrong.length} wrong`)
for (const line of [...errors.map(line => line.split('\n').slice(0, 6).join(' ')), ...wrong].slice(0, 20)) console.log(line)
server.kill()
process.exit(errors.length + wrong.length === 0 ? 0 : 1)
