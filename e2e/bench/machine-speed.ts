/**
 * How fast this machine is while something else is measured: the same shared machine was seen to take half or twice
 * as long for the same work, now and then within a minute, with nothing else of ours running.
 */
export type Yardstick = {
  /** Does a piece of fixed work, of the kind that pages are made of: objects, strings, JSON. A millisecond or two. */
  lay: () => void;
  /** 1 on the reference machine, 0.5 where the work took twice as long. */
  speed: () => number;
};

/** What the work takes on the machine that times are given for: a cloud server with two cores, in a quiet hour. */
const REFERENCE_MS = 1.6;
const OBJECTS = 2_000;

export function createYardstick(): Yardstick {
  const times: number[] = [];
  return {
    lay() {
      const startedAt = performance.now();
      work();
      times.push(performance.now() - startedAt);
    },
    speed() {
      const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
      if (median === undefined) throw new Error("the yardstick was not laid");
      return REFERENCE_MS / median;
    },
  };
}

function work(): void {
  const objects: { amount: number; name: string }[] = [];
  for (let i = 0; i < OBJECTS; i += 1) objects.push({ amount: i, name: `name ${i}` });
  const copied = JSON.parse(JSON.stringify(objects)) as typeof objects;
  if (copied.length !== OBJECTS) throw new Error("the work was not done");
}
