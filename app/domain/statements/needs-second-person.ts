/**
 * Whether somebody else has to say yes. A file is a text that its bringer could have written: below the sum an officer
 * alone can do no more harm than with the few orders that it would pay for, and each is shown to come from it.
 * @param postedAlone what the same person's files of today gave to orders without a second person: else a large file
 *   would be cut into small ones
 */
export function needsSecondPerson(input: {
  confirmedBy: string;
  preparedBy: readonly (string | null)[];
  matchedVnd: number;
  postedAlone: number;
  fromVnd: number;
}): boolean {
  if (!input.preparedBy.includes(input.confirmedBy)) return false;
  return input.matchedVnd > 0 && input.matchedVnd + input.postedAlone >= input.fromVnd;
}
