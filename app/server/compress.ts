import { sendResponse } from "@remix-run/node-fetch-server";
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";
import { bytesOf } from "~/web/text-response.server";

const COMPRESSIBLE = /^(text\/|application\/(json|xml|manifest)|image\/svg)/;
const MIN_BYTES = 800;
// A whole answer is held while it is compressed; longer ones go out as they are.
const MAX_BYTES = 4 * 1024 * 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Sends a response, brotli or gzip compressed where the reader takes it and it is worth it. */
export async function sendCompressed(
  outgoing: ServerResponse,
  response: Response,
  acceptEncoding: string,
): Promise<void> {
  const type = response.headers.get("Content-Type") ?? "";
  const isLong = Number(response.headers.get("Content-Length") ?? 0) > MAX_BYTES;
  if (!response.body || !COMPRESSIBLE.test(type) || isLong) {
    await sendResponse(outgoing, response);
    return;
  }
  const plain = await bytesOf(response);
  const encoding = isWorthCompressing(type, plain.length)
    ? chooseEncoding(acceptEncoding)
    : "identity";
  const body = await encodeOnce(plain, encoding);
  if (outgoing.destroyed) return;
  const { headers } = response;
  headers.append("Vary", "Accept-Encoding");
  if (encoding !== "identity") headers.set("Content-Encoding", encoding);
  headers.set("Content-Length", String(body.length));
  outgoing.writeHead(response.status, [...headers].flat());
  outgoing.end(outgoing.req.method === "HEAD" ? undefined : body);
}

export type Encoding = "br" | "gzip" | "identity";

/** Whether the reader is better off with a compressed answer, if it takes one. */
export function isWorthCompressing(contentType: string, byteCount: number): boolean {
  return COMPRESSIBLE.test(contentType) && byteCount >= MIN_BYTES && byteCount <= MAX_BYTES;
}

/** Of what the reader takes the best; `;q=0` is what it does not take. */
export function chooseEncoding(acceptEncoding: string): Encoding {
  const taken = new Set(
    acceptEncoding
      .toLowerCase()
      .split(",")
      .map((one) => one.split(";").map((part) => part.trim()))
      .filter(([, quality]) => !/^q=0(?:\.0*)?$/.test(quality ?? ""))
      .map(([name]) => name),
  );
  if (taken.has("br")) return "br";
  return taken.has("gzip") ? "gzip" : "identity";
}

/**
 * How hard to try: for what is sent once half a millisecond is worth more than a twentieth of the bytes, for what is
 * kept it is not.
 */
const QUALITY_ONCE = 4;
const QUALITY_KEPT = 9;
// 64 KB, which most pages fit in; with a larger window quality 9 takes ten times as long.
const WINDOW_BITS = 16;

function brotliOptions(plain: Buffer, quality: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  };
}

/** The way to another thread and back costs as much as a page of this size takes here. */
const MAX_BYTES_HERE = 64 * 1024;

async function encodeOnce(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return plain;
  const isHere = plain.length <= MAX_BYTES_HERE;
  if (encoding === "gzip") return isHere ? gzipSync(plain) : toGzip(plain);
  const options = brotliOptions(plain, QUALITY_ONCE);
  return isHere ? brotliCompressSync(plain, options) : toBrotli(plain, options);
}

/** For what is kept. */
export async function encode(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return plain;
  if (encoding === "gzip") return toGzip(plain);
  return toBrotli(plain, brotliOptions(plain, QUALITY_KEPT));
}
