const WORD = /^(?:\p{L}\p{M}*){1,12}$/u;
const WORDS_MAX = 6;

/**
 * `Nguyễn T. H.` of `Nguyễn Thị Hồng`: enough for a neighbour to nod, too little to look anybody up by. Null for what
 * does not read as a name of two to six words.
 */
export function shownNameOf(fullName: string): string | null {
  const words = fullName.normalize("NFC").split(/\s+/u).filter(Boolean);
  const [family = "", ...others] = words;
  if (others.length === 0 || words.length > WORDS_MAX) return null;
  if (!words.every((word) => WORD.test(word))) return null;
  const initials = others.map((word) => `${first(word).toUpperCase()}.`);
  return [capitalised(family), ...initials].join(" ");
}

function capitalised(word: string): string {
  const lower = word.toLowerCase();
  return first(lower).toUpperCase() + lower.slice(first(lower).length);
}

function first(word: string): string {
  return Array.from(word)[0] ?? "";
}
