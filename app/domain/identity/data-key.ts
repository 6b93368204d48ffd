/**
 * A key of the read API as its reader sends it: `cpk_`, an id that may be known, and 32 random bytes that nobody else knows,
 * all in hex. The database has the id and the hash of the bytes.
 */
const PREFIX = "cpk";
const KEY = /^cpk_([0-9a-f]{16})_([0-9a-f]{64})$/;
export const KEY_ID_BYTES = 8;
export const KEY_SECRET_BYTES = 32;

export function writeKey({ publicId, secret }: { publicId: string; secret: string }): string {
  return `${PREFIX}_${publicId}_${secret}`;
}

/** What an `Authorization` header carries; null: no key, or nothing that could be one. */
export function readBearerKey(header: string | null): { publicId: string; secret: string } | null {
  const [, token = ""] = /^Bearer +(\S+) *$/i.exec(header ?? "") ?? [];
  const [, publicId, secret] = KEY.exec(token) ?? [];
  return publicId === undefined || secret === undefined ? null : { publicId, secret };
}

/** As an officer sees a key. */
export type DataKey = {
  id: string;
  publicId: string;
  consumer: string;
  createdBy: string;
  createdAt: number;
  /** The last day on which it opens anything. */
  expiresOn: string;
  revokedAt: number | null;
  lastUsedOn: string | null;
};

export type DataKeyState = "valid" | "expired" | "revoked";

export function dataKeyState(
  key: { revokedAt: number | null; expiresOn: string },
  today: string,
): DataKeyState {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresOn < today ? "expired" : "valid";
}
