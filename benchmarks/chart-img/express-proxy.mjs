// What a plain wrapper does: a tool call in JSON-RPC, the call of Chart-IMG, the picture in base64. It keeps, checks and
// counts nothing. express-proxy.mjs <port> <upstream>
import express from "express";

const [port, upstream] = process.argv.slice(2);
const app = express();
app.use(express.json());
app.post("/mcp/tools/call", async (request, response) => {
  const { symbol, interval = "1D", width = 800, height = 600 } = request.body.params.arguments;
  const answer = await fetch(`${upstream}/v2/tradingview/advanced-chart`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": "benchmark" },
    body: JSON.stringify({ symbol, interval, width, height, studies: [{ name: "Volume", forceOverlay: true }] }),
  });
  const data = Buffer.from(await answer.arrayBuffer()).toString("base64");
  response.json({
    jsonrpc: "2.0",
    id: request.body.id,
    result: { content: [{ type: "image", data, mimeType: "image/png" }] },
  });
});
app.listen(Number(port), "127.0.0.1");
