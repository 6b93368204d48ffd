const MAX_PAGE = 100_000;

/** The page that an address asks for, from 1; 1 for anything that is no page. */
export function pageOf(text: string | null): number {
  if (text === null || !/^\d{1,6}$/.test(text)) return 1;
  return Math.min(Math.max(1, Number(text)), MAX_PAGE);
}

/** How many an address says were done; null for anything that is no count. */
export function countIn(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
}
