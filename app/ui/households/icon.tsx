/** Drawn here and not typed as emoji: old phones lack many, and each draws them differently. */
const SHAPES = {
  today: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  basket: "M3 9h18l-2 11H5L3 9zm5 0l4-6 4 6",
  box: "M3 8l9-5 9 5v9l-9 5-9-5V8zm0 0l9 5 9-5m-9 5v9",
  packed: "M3 8l9-5 9 5v9l-9 5-9-5V8zm5 4l3 3 5-6",
  truck:
    "M2 6h12v11H2zm12 4h4l4 4v3h-8zM7 20a2 2 0 100-4 2 2 0 000 4zm11 0a2 2 0 100-4 2 2 0 000 4z",
  bell: "M6 17V11a6 6 0 0112 0v6l2 2H4zm4 2a2 2 0 004 0M12 3v2",
  tag: "M3 12V3h9l9 9-9 9zM8 8h.01",
  clock: "M12 21a9 9 0 100-18 9 9 0 000 18zm0-14v5l4 2",
  alert: "M12 3l10 18H2zm0 7v5m0 3h.01",
  money: "M3 6h18v12H3zm9 9a3 3 0 100-6 3 3 0 000 6zM6 9h.01M18 15h.01",
  pencil: "M4 20l1-5L16 4l4 4L9 19zm9-13l4 4",
  chat: "M4 4h16v12H10l-5 4v-4H4zm4 5h8m-8 3h5",
  stop: "M12 21a9 9 0 100-18 9 9 0 000 18zM6 6l12 12",
  check: "M12 21a9 9 0 100-18 9 9 0 000 18zm-4-9l3 3 5-6",
  cross: "M12 21a9 9 0 100-18 9 9 0 000 18zM9 9l6 6m0-6l-6 6",
  phone: "M5 3h4l2 5-3 2a12 12 0 006 6l2-3 5 2v4a2 2 0 01-2 2A16 16 0 013 5a2 2 0 012-2z",
  camera: "M3 8h4l2-3h6l2 3h4v11H3zm9 8a3 3 0 100-6 3 3 0 000 6z",
  plus: "M12 4v16M4 12h16",
  back: "M9 15L4 10l5-5M4 10h10a6 6 0 010 12h-3",
  owed: "M3 4h18v10H3zm9 7a2 2 0 100-4 2 2 0 000 4zM12 17v5m-3-3l3 3 3-3",
  next: "M4 12h16m-6-6l6 6-6 6",
  picture: "M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 5M16 9h.01",
  home: "M4 11l8-7 8 7v9H4zM10 20v-6h4v6",
  heart: "M12 20S3 14 3 8a4.5 4.5 0 019-1 4.5 4.5 0 019 1c0 6-9 12-9 12z",
  stall: "M3 9l2-5h14l2 5zM4 9v11h16V9M9 20v-6h6v6",
  qr: "M4 4h6v6H4zm10 0h6v6h-6zM4 14h6v6H4zm10 0h2v2h-2zm4 4h2v2h-2zm0-4h2m-6 6h2",
  list: "M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01",
} as const;
export type IconName = keyof typeof SHAPES;

/** Always beside a word: readers of screens skip it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}

export const TONES = {
  persimmon: "bg-persimmon-tint text-persimmon",
  honey: "bg-honey-tint text-honey",
  indigo: "bg-indigo-tint text-indigo",
  leaf: "bg-leaf-tint text-leaf",
  quiet: "bg-line text-soft",
} as const;
export type Tone = keyof typeof TONES;

/** A picture of something in its colour, before the word for it. */
export function IconDisc({ icon, tone }: { icon: IconName; tone: Tone }) {
  return (
    <span
      className={`flex size-[min(3rem,13vw)] shrink-0 items-center justify-center rounded-full ${TONES[tone]}`}
    >
      <Icon name={icon} />
    </span>
  );
}

/** Icon, word and colour: a state is never told by one of them alone. */
export function StatusMark(props: { icon: IconName; tone: Tone; text: string }) {
  return (
    <span
      className={`inline-flex items-center gap-2 rounded-full px-3 py-1 font-semibold ${TONES[props.tone]}`}
    >
      <Icon name={props.icon} />
      {props.text}
    </span>
  );
}
