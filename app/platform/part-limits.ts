import { z } from "zod";

/** How much a file that comes in parts may have: both ends of the line know it. */
export const PARTED_FILE_MAX_BYTES = 12 * 1024 * 1024;

/** How much all begun files of all senders may have before no further one is begun: some 2 GB. */
export const PARTED_FILES_MAX_BYTES = 2 * 1024 ** 3;

/** The SHA-256 of the whole, in hex, by which its parts are known. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/, { error: "photo_not_whole" });
