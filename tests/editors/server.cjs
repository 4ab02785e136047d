// Starts the Cucumber language server as its own bin does, but for where npm puts the files of its parsers.
const path = require('path')
const { version } = require('process')

const modules = process.argv[2]
const server = path.join(modules, '@cucumber/language-server/dist/cjs/src')
const { startStandaloneServer } = require(path.join(server, 'wasm/startStandaloneServer'))
const { NodeFiles } = require(path.join(server, 'node/NodeFiles'))

process.argv[2] = '--stdio'
startStandaloneServer(path.join(modules, '@cucumber/language-service/dist'), root => new NodeFiles(root))
process.stderr.write(`node ${version}\n`)
