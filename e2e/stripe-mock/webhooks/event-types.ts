/** Whether an event's type is meant by a pattern: `charge.*` means all that begin so. */
export function isOfType(type: string, pattern: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
