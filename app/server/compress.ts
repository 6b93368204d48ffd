import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const COMPRESSIBLE = /^(text\/|application\/(json|xml|manifest)|image\/svg)/;
const MIN_BYTES = 800;
// A whole answer is held while it is compressed; longer ones go out as they are.
const MAX_BYTES = 4 * 1024 * 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** The same response, brotli or gzip compressed where the reader takes it and it is worth it. */
export async function compressResponse(
  response: Response,
  acceptEncoding: string,
): Promise<Response> {
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.body || !COMPRESSIBLE.test(type)) return response;
  if (Number(response.headers.get("Content-Length") ?? 0) > MAX_BYTES) return response;
  const plain = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append("Vary", "Accept-Encoding");
  const encoding = isWorthCompressing(type, plain.length)
    ? chooseEncoding(acceptEncoding)
    : "identity";
  const body = await encode(plain, encoding);
  if (encoding !== "identity") headers.set("Content-Encoding", encoding);
  headers.set("Content-Length", String(body.length));
  return new Response(new Uint8Array(body), {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

export type Encoding = "br" | "gzip" | "identity";

/** Whether the reader is better off with a compressed answer, if it takes one. */
export function isWorthCompressing(contentType: string, byteCount: number): boolean {
  return COMPRESSIBLE.test(contentType) && byteCount >= MIN_BYTES && byteCount <= MAX_BYTES;
}

export function chooseEncoding(acceptEncoding: string): Encoding {
  if (/\bbr\b/.test(acceptEncoding)) return "br";
  return /\bgzip\b/.test(acceptEncoding) ? "gzip" : "identity";
}

export async function encode(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return plain;
  if (encoding === "gzip") return toGzip(plain);
  return toBrotli(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
}
