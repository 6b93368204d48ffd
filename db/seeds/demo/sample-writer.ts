import { localDateOf } from "../../../app/platform/period";
import type { Connection } from "../../connect";
import { createRandom, sampleId, type Random } from "./random";
import { createSampleDay, type SampleDay } from "./sample-day";

/** What every part of the samples is written with. */
export type SampleWriter = {
  connection: Connection;
  provinceCode: string;
  day: SampleDay;
  random: Random;
  newId: (prefix: string, instant: number) => string;
};

/** The same province and day give the same samples, to the last digit of an id. */
export function createSampleWriter(
  connection: Connection,
  { provinceCode, now }: { provinceCode: string; now: number },
): SampleWriter {
  const today = localDateOf(now);
  const random = createRandom(`cho-phien ${provinceCode} ${today}`);
  return {
    connection,
    provinceCode,
    day: createSampleDay(today),
    random,
    newId: (prefix, instant) => sampleId(random, prefix, instant),
  };
}
