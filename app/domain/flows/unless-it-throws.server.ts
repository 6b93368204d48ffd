import { errorFields, logger } from "~/platform/logger.server";
import type { Result } from "~/platform/result";

/**
 * One piece of a sweep: whether it was done. What throws is written down and the sweep goes on, because one broken row
 * must not stop the deadlines of everybody else.
 */
export async function unlessItThrows(
  what: string,
  subject: string,
  work: () => Promise<Result<unknown, string>>,
): Promise<boolean> {
  try {
    return (await work()).ok;
  } catch (error) {
    logger.error(`${what} could not be moved`, { subject, ...errorFields(error) });
    return false;
  }
}
