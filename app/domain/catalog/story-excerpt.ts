const EXCERPT_LENGTH = 160;

/** The first sentence or two of a story, cut between words. */
export function excerptOf(story: string): string {
  const line = story.replaceAll(/\s+/g, " ").trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  const start = line.slice(0, EXCERPT_LENGTH);
  const sentence = Math.max(...[". ", "! ", "? "].map((end) => start.lastIndexOf(end)));
  if (sentence >= EXCERPT_LENGTH / 3) return start.slice(0, sentence + 1);
  return `${start.slice(0, start.lastIndexOf(" "))} …`;
}
