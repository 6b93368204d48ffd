import type { RunRow } from "~/domain/settlement/types-reconciliation";
import { RunMoment } from "./run-moment";
import { RunOutcome } from "./run-outcome";

/** How it ended, and when. */
export function RunHead({ run }: { run: RunRow }) {
  return (
    <>
      <RunOutcome run={run} />
      <RunMoment run={run} />
    </>
  );
}
