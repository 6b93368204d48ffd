import type { CardFile } from "~/platform/card-file.server";
import { serviceUnavailable } from "./http-errors";

/** The version of `card.<version>.jpg`, or null for another name. */
export function readCardVersion(file: string): string | null {
  return /^card\.([0-9a-f]{12})\.jpg$/.exec(file)?.[1] ?? null;
}

/** A drawn picture: for good under the address of its version, for an hour without the photo that belongs on it. */
export function cardResponse(card: CardFile | "busy"): Response {
  if (card === "busy") throw serviceUnavailable();
  return new Response(new Uint8Array(card.content), {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Length": String(card.content.byteLength),
      "Cache-Control": card.isWhole
        ? "public, max-age=31536000, immutable"
        : "public, max-age=3600",
    },
  });
}
