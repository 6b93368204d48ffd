import { Readable, type PassThrough } from "node:stream";
import { ZipFile } from "yazl";
import { now } from "./clock.server";

/** A file of an archive; its content is asked for when its turn to be sent comes. */
export type ZipPart = { path: string; content: () => AsyncIterable<string | Uint8Array> };

/**
 * A ZIP archive that is made while it is sent, in as much memory as one piece of one file takes. A part that fails breaks the
 * archive off, so that nobody takes half of one for the whole.
 */
export function zipStream(parts: readonly ZipPart[]): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const breakOff = (error: Error) => output.destroy(error);
  zip.on("error", breakOff);
  for (const { path, content } of parts) {
    // Photos are packed already: thousands of them would keep the server busy for nothing.
    const options = { mtime: new Date(now()), compress: !path.endsWith(".jpg") };
    zip.addReadStreamLazy(path, options, (done) => {
      // The archive listens to none of its parts: an error that nobody hears would end the server.
      done(null, Readable.from(bytesOf(content()), { objectMode: false }).on("error", breakOff));
    });
  }
  zip.end();
  return Readable.toWeb(output) as ReadableStream<Uint8Array>;
}

async function* bytesOf(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield typeof piece === "string" ? Buffer.from(piece) : piece;
}
