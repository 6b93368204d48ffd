const ENTRIES_MAX = 5_000;
const BYTES_MAX = 64 * 1024 * 1024;
/** What weighs more has a room of its own: a few files of data would push out all pages that people read. */
const LARGE_BYTES = 512 * 1024;

export type KeptPages<Page> = {
  find: (key: string) => Page | undefined;
  keep: (key: string, page: Page) => void;
  forget: (key: string) => void;
};

/** What was used last of what was kept: at most 5,000 pages, and 64 MB of small ones and of large ones each. */
export function createKeptPages<Page extends { size: number }>(): KeptPages<Page> {
  const rooms = [createRoom<Page>(), createRoom<Page>()] as const;
  return {
    find: (key) => rooms[0].find(key) ?? rooms[1].find(key),
    keep(key, page) {
      for (const room of rooms) room.forget(key);
      rooms[page.size > LARGE_BYTES ? 1 : 0].keep(key, page);
    },
    forget(key) {
      for (const room of rooms) room.forget(key);
    },
  };
}

function createRoom<Page extends { size: number }>(): KeptPages<Page> {
  const pages = new Map<string, Page>();
  let bytes = 0;
  const forget = (key: string) => {
    bytes -= pages.get(key)?.size ?? 0;
    pages.delete(key);
  };
  return {
    forget,
    find(key) {
      const page = pages.get(key);
      if (!page) return undefined;
      // The one used last stands last, so the first is the one to forget.
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep(key, page) {
      if (page.size > BYTES_MAX) return;
      pages.set(key, page);
      bytes += page.size;
      for (const oldest of pages.keys()) {
        if (pages.size <= ENTRIES_MAX && bytes <= BYTES_MAX) break;
        forget(oldest);
      }
    },
  };
}
