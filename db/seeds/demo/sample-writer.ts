import { localDateOf } from "../../../app/platform/period";
import type { Connection } from "../../connect";
import { createRandom, sampleId, type Random } from "./random";
import { createSampleDay, type SampleDay } from "./sample-day";

/** Hides what the database must not tell, for the row whose it is (`platform/seal`). */
export type Seal = (text: string, owner: string) => string;

/** What every part of the samples is written with. */
export type SampleWriter = {
  connection: Connection;
  provinceCode: string;
  day: SampleDay;
  random: Random;
  newId: (prefix: string, instant: number) => string;
  seal: Seal;
};

/** The same province and day give the same samples, to the last digit of an id. */
export function createSampleWriter(
  connection: Connection,
  { provinceCode, now, seal }: { provinceCode: string; now: number; seal: Seal },
): SampleWriter {
  const today = localDateOf(now);
  const random = createRandom(`cho-phien ${provinceCode} ${today}`);
  return {
    connection,
    provinceCode,
    day: createSampleDay(today),
    random,
    seal,
    newId: (prefix, instant) => sampleId(random, prefix, instant),
  };
}
