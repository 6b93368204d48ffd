import { readFileSync } from "node:fs";

/** Linux counts a process' CPU time in these. */
const TICKS_PER_SECOND = 100;

/** CPU time of a process so far; 0 where the system does not say it in Linux's way. */
export function cpuSeconds(pid: number | undefined): number {
  if (pid === undefined || process.platform !== "linux") return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
