import { createServer, request as forward, type IncomingMessage } from "node:http";

export type SlowLine = {
  origin: string;
  /** Requests that were cut off. */
  cutCount: () => number;
  close: () => Promise<void>;
};

/**
 * Stands before a shop as a thin line that drops: what a browser sends to `isSlow` paths goes up at so many bytes a
 * second, and those requests of them that `cuts` counts (from 1) are cut off: the first before the shop has heard anything of
 * it, the second half-way, the third when the shop has taken the whole and its answer is on the way.
 */
export async function openSlowLine(
  target: string,
  { bytesPerSecond, isSlow, cuts }: { bytesPerSecond: number; isSlow: RegExp; cuts: number[] },
): Promise<SlowLine> {
  const { host, origin: shopOrigin } = new URL(target);
  let slowCount = 0;
  let cutCount = 0;
  const server = createServer(async (incoming, outgoing) => {
    const { origin: _front, ...others } = incoming.headers;
    const headers = { ...others, host, ...(_front === undefined ? {} : { origin: shopOrigin }) };
    const method = incoming.method ?? "GET";
    let isLost = false;
    const onward = forward(target + (incoming.url ?? "/"), { method, headers }, (answer) => {
      if (isLost) {
        answer.resume().once("end", () => incoming.socket.destroy());
        return;
      }
      const { location } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 500, {
        ...answer.headers,
        ...(location ? { location: location.replace(shopOrigin, "") } : {}),
      });
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    const isCounted = method === "POST" && isSlow.test(incoming.url ?? "");
    if (!isCounted) {
      incoming.pipe(onward);
      return;
    }
    slowCount += 1;
    const body = await bytesOf(incoming);
    if (cuts.includes(slowCount)) {
      cutCount += 1;
      isLost = cutCount === 3;
      if (cutCount === 2) onward.write(body.subarray(0, body.length / 2));
      if (!isLost) {
        await wait(((body.length / 2) * 1_000) / bytesPerSecond);
        onward.destroy();
        incoming.socket.destroy();
        return;
      }
    }
    await wait((body.length * 1_000) / bytesPerSecond);
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    cutCount: () => cutCount,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
