const WIDTH = 96;
const HEIGHT = 24;
const EDGE = 3;

/**
 * A small line of months, for the eye alone: its numbers stand in the table or its file. A hole where nothing is told;
 * zero is always its floor unless something is below.
 */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const shown = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const last = shown.at(-1);
  if (!last) return null;
  const low = Math.min(0, ...shown.map(({ value }) => value));
  const high = Math.max(low + 1, ...shown.map(({ value }) => value));
  const x = (index: number) =>
    round(EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, values.length - 1));
  const y = (value: number) =>
    round(HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE));
  const path = shown
    .map(({ value, index }, place) => {
      const isNext = shown[place - 1]?.index === index - 1;
      return `${isNext ? "L" : "M"}${x(index)} ${y(value)}`;
    })
    .join("");
  return (
    <svg
      className="inline-block align-middle"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      <circle cx={x(last.index)} cy={y(last.value)} r="2" fill="currentColor" />
    </svg>
  );
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
