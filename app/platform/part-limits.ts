/** How much a file that comes in parts may have: both ends of the line know it. */
export const PARTED_FILE_MAX_BYTES = 12 * 1024 * 1024;
