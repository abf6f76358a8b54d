// Stands in for Chart-IMG: the same picture for everyone, after a time. upstream.mjs <port> <delay ms> <picture.png>
import { createServer } from "node:http";
import { readFileSync } from "node:fs";

const [port, delayMs, file] = process.argv.slice(2);
const picture = readFileSync(file);
createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    const answer = () => {
      response.writeHead(200, { "content-type": "image/png", "content-length": picture.length });
      response.end(picture);
    };
    if (Number(delayMs) > 0) setTimeout(answer, Number(delayMs));
    else answer();
  });
}).listen(Number(port), "127.0.0.1");
