import type { PackUnit } from "~/domain/catalog/listing-packs";
import { useMark } from "~/ui/in-language";

const DOTS = [4.5, 9.5, 14.5, 19.5]
  .flatMap((x) => [6, 12, 18].map((y) => `M${x - 1.6} ${y}a1.6 1.6 0 103.2 0 1.6 1.6 0 10-3.2 0`))
  .join("");

/** What it is packed in, as one would draw it on a slate. */
const SHAPES: Record<PackUnit, string> = {
  bottle: "M10 2h4v5l2 3v12H8V10l2-3zM8 13h8M8 18h8",
  jar: "M7 3h10v3H7zM7 6c-1 0-2 1-2 2v11c0 1 1 2 2 2h10c1 0 2-1 2-2V8c0-1-1-2-2-2M5 11h14M5 17h14",
  box: "M3 8l9-5 9 5v9l-9 5-9-5V8zm0 0l9 5 9-5m-9 5v9",
  bag: "M8 10V7a4 4 0 018 0v3M4 8h16l1 13H3z",
  packet: "M6 3h12v18H6zM6 6h12M6 18h12M10 12h4",
  kilo: "M3 4c0 4 4 5 9 5s9-1 9-5zM12 9v3M5 21l2-9h10l2 9zM12 19a2.5 2.5 0 100-5 2.5 2.5 0 000 5z",
  dozen: DOTS,
  bundle: "M7 2l4 11M12 2v11M17 2l-4 11M7 13h10v2H7zM8 15l-2 7h12l-2-7",
  piece: "M12 21c-5 0-8-3-8-7s3-7 8-7 8 3 8 7-3 7-8 7zM12 7c0-2 1-4 4-5 0 3-1 5-4 5",
  night: "M20 14a8 8 0 11-9-11 7 7 0 009 11z",
  visit: "M3 7h18v3a2 2 0 000 4v3H3v-3a2 2 0 000-4zM14 7v10",
  meal: "M3 11h18c0 5-4 9-9 9s-9-4-9-9zM8 3c-1 2 1 3 0 5M12 3c-1 2 1 3 0 5M16 3c-1 2 1 3 0 5",
};

export function PackIcon({ unit }: { unit: PackUnit }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width="48"
      height="48"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={SHAPES[unit]} />
    </svg>
  );
}

/** The pack that a question is about. */
export function PackChip({ unit, label }: { unit: PackUnit; label: string }) {
  const mark = useMark();
  return (
    <p
      data-pack=""
      className="mt-4 flex items-center justify-center gap-3 rounded bg-leaf-tint px-4 py-2 text-2xl font-semibold text-leaf"
    >
      <PackIcon unit={unit} />
      {mark(label, "vi")}
    </p>
  );
}
