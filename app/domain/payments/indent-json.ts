const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
// Control and format characters, which could turn or hide what stands beside them, and those of no meaning.
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/**
 * A message as it came, laid out for a person: JSON with a line a field, every token as it was written, for reading a
 * number and writing it again may change it. What is no JSON stays as it is. What cannot be seen is shown as its code.
 */
export function indentJson(text: string): string {
  return (isJson(text) ? layOut(text) : text).replaceAll(UNSEEN, codeOf);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function layOut(text: string): string {
  let depth = 0;
  let previous = "";
  let laidOut = "";
  for (const [token] of text.matchAll(TOKEN)) {
    const isEnd = token === "}" || token === "]";
    if (isEnd) depth -= 1;
    const isEmpty = isEnd && (previous === "{" || previous === "[");
    const isNewLine = (isEnd && !isEmpty) || (!isEnd && /^[{[,]$/.test(previous));
    if (isNewLine) laidOut += `\n${"  ".repeat(depth)}`;
    laidOut += token === ":" ? ": " : token;
    if (token === "{" || token === "[") depth += 1;
    previous = token;
  }
  return laidOut;
}

function codeOf(letter: string): string {
  return `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`;
}
