// A server of the official TypeScript SDK on standard input and output, with one tool that does nothing.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'

const server = new McpServer({ name: 'peer', version: '1.0.0' })
server.registerTool('health_check', { description: 'Says that it runs.' }, () => ({
  content: [{ type: 'text', text: 'ok' }],
}))
await server.connect(new StdioServerTransport())
process.stdin.on('end', () => process.exit(0))
