// The reference of `npm run bench -- pages`: node:http and nothing else, in a process of its own as the shop is.
// It sends the head that is its argument (JSON, an object) and the body that it reads from its standard input, and
// prints its port.
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

const head = JSON.parse(process.argv[2] ?? "{}");
const bytes = await buffer(process.stdin);
const server = createServer((_, response) => {
  response.writeHead(200, head);
  response.end(bytes);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
