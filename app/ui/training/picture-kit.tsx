import type { ReactNode } from "react";
import { Icon, type IconName } from "~/ui/households/icon";

/**
 * What the pictures of lessons are drawn with: the house's own icons, phones, bars and buttons on a field of 240 x 150. No
 * words, which would need a language; beside a number there is its unit.
 */

const FILLS = {
  leaf: "fill-leaf",
  leafTint: "fill-leaf-tint",
  persimmon: "fill-persimmon",
  persimmonTint: "fill-persimmon-tint",
  honey: "fill-honey",
  honeyTint: "fill-honey-tint",
  line: "fill-line",
  raised: "fill-raised",
  ink: "fill-ink",
} as const;
export type Fill = keyof typeof FILLS;

const INKS = {
  leaf: "text-leaf",
  persimmon: "text-persimmon",
  honey: "text-honey",
  ink: "text-ink",
  onLeaf: "text-on-leaf",
  indigo: "text-indigo",
} as const;
export type Ink = keyof typeof INKS;

export function Scene({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 240 150" aria-hidden="true" className="block h-auto w-full">
      <rect width="240" height="150" rx="10" className={FILLS.leafTint} />
      {children}
    </svg>
  );
}

export function Box(props: {
  x: number;
  y: number;
  w: number;
  h: number;
  fill: Fill;
  r?: number;
  isOutlined?: true;
}) {
  return (
    <rect
      x={props.x}
      y={props.y}
      width={props.w}
      height={props.h}
      rx={props.r ?? 4}
      className={`${FILLS[props.fill]} ${props.isOutlined ? "stroke-ink" : ""}`}
      strokeWidth={props.isOutlined ? 2 : 0}
    />
  );
}

export function Disc(props: { x: number; y: number; r: number; fill: Fill }) {
  return <circle cx={props.x} cy={props.y} r={props.r} className={FILLS[props.fill]} />;
}

/** An icon of the house; `x` and `y` are its middle. */
export function Sign(props: { icon: IconName; x: number; y: number; size: number; ink: Ink }) {
  const { x, y, size } = props;
  return (
    <g
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})`}
      className={INKS[props.ink]}
    >
      <Icon name={props.icon} />
    </g>
  );
}

/** Something written with numbers, around `x`. */
export function Figure(props: { x: number; y: number; size: number; text: string; ink?: Ink }) {
  return (
    <text
      x={props.x}
      y={props.y}
      fontSize={props.size}
      fontWeight="700"
      textAnchor="middle"
      fill="currentColor"
      className={INKS[props.ink ?? "ink"]}
    >
      {props.text}
    </text>
  );
}

/** A phone of 78 x 134 with its left upper corner at `x`, 8. */
export function Phone({ x, children }: { x: number; children: ReactNode }) {
  return (
    <>
      <Box x={x} y={8} w={78} h={134} r={10} fill="ink" />
      <Box x={x + 4} y={14} w={70} h={118} r={4} fill="raised" />
      <g transform={`translate(${x + 4} 14)`}>{children}</g>
    </>
  );
}

/** Lines of words on a screen or a paper. */
export function Words(props: { x: number; y: number; widths: readonly number[] }) {
  return props.widths.map((w, i) => (
    <Box key={i} x={props.x} y={props.y + i * 9} w={w} h={4} r={2} fill="line" />
  ));
}

/** A button of the shop, with its icon. */
export function Press(props: { x: number; y: number; w: number; icon: IconName }) {
  const { x, y, w } = props;
  return (
    <>
      <Box x={x} y={y} w={w} h={18} r={5} fill="leaf" />
      <Sign icon={props.icon} x={x + w / 2} y={y + 9} size={13} ink="onLeaf" />
    </>
  );
}

/** Where the finger goes. */
export function Touch({ x, y }: { x: number; y: number }) {
  return (
    <>
      <circle cx={x} cy={y} r="11" fill="none" strokeWidth="3" className="stroke-persimmon" />
      <circle cx={x} cy={y} r="3" className="fill-persimmon" />
    </>
  );
}

/** A jar with its label: the goods of these pictures. */
export function Jar({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 40})`}>
      <rect x="6" y="0" width="20" height="7" rx="2" className={FILLS.ink} />
      <rect x="2" y="7" width="28" height="33" rx="5" className={FILLS.honey} />
      <rect x="6" y="17" width="20" height="13" rx="2" className={FILLS.raised} />
    </g>
  );
}

/** A parcel, or a store of goods. */
export function Parcel({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 40})`}>
      <rect x="0" y="8" width="40" height="32" rx="2" className={FILLS.honeyTint} />
      <rect
        x="0"
        y="8"
        width="40"
        height="32"
        rx="2"
        fill="none"
        strokeWidth="2"
        className="stroke-honey"
      />
      <rect x="16" y="8" width="8" height="32" className={FILLS.honey} />
    </g>
  );
}

/** A sheet of paper with words. */
export function Paper({ x, y, w, h }: { x: number; y: number; w: number; h: number }) {
  const count = Math.floor((h - 16) / 9);
  return (
    <>
      <Box x={x} y={y} w={w} h={h} r={3} fill="raised" isOutlined />
      <Words
        x={x + 8}
        y={y + 10}
        widths={Array.from({ length: count }, (_, i) => w - 16 - (i % 3) * 8)}
      />
    </>
  );
}

/** Right or wrong, as a mark in the corner. */
export function Verdict({ x, y, is }: { x: number; y: number; is: "right" | "wrong" }) {
  return (
    <>
      <Disc x={x} y={y} r={15} fill={is === "right" ? "raised" : "persimmonTint"} />
      <Sign
        icon={is === "right" ? "check" : "cross"}
        x={x}
        y={y}
        size={26}
        ink={is === "right" ? "leaf" : "persimmon"}
      />
    </>
  );
}
