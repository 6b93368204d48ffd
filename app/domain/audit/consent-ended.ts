/**
 * Thrown where an agent would be noted as acting for a household whose consent has ended since the door let them in: the
 * transaction is rolled back, and the door answers as if they came a moment later.
 */
export class ConsentEndedError extends Error {
  override name = "ConsentEndedError";
}
