/**
 * Whether somebody else has to say yes. A file is a text that its bringer could have written, so every line that it
 * would add counts, also those that name no order: a person says later what they were for. One that says that approved
 * money has left always needs another.
 * @param addedAlone what the same person's files of today added without a second person: else a large file would be
 *   cut into small ones
 */
export function needsSecondPerson(input: {
  confirmedBy: string;
  preparedBy: readonly (string | null)[];
  addedVnd: number;
  addedAlone: number;
  sendsCount: number;
  fromVnd: number;
}): boolean {
  if (!input.preparedBy.includes(input.confirmedBy)) return false;
  if (input.sendsCount > 0) return true;
  return input.addedVnd > 0 && input.addedVnd + input.addedAlone >= input.fromVnd;
}
