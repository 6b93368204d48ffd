import type { ReactNode } from "react";
import { Box, Disc, Figure, Paper, Phone, Press, Sign, Verdict, Words } from "./picture-kit";

/** The pictures of the lessons about safety and papers, one a step. */
export const KEEP_CODE: readonly ReactNode[] = [
  <g key="1">
    <Phone x={36}>
      <Box x={6} y={10} w={58} h={38} fill="honeyTint" />
      <Figure x={35} y={33} size={12} text="••••••" />
      <Words x={6} y={60} widths={[50, 36]} />
    </Phone>
    <Sign icon="phone" x={160} y={58} size={50} ink="ink" />
    <Sign icon="chat" x={204} y={48} size={34} ink="ink" />
    <Verdict x={184} y={108} is="wrong" />
  </g>,
  <g key="2">
    <Person x={62} tone="leaf" />
    <Person x={178} tone="indigo" />
    <Box x={100} y={66} w={40} h={22} fill="raised" isOutlined />
    <Figure x={120} y={82} size={12} text="••••" />
    <Verdict x={120} y={116} is="right" />
  </g>,
  <g key="3">
    <Sign icon="chat" x={70} y={62} size={72} ink="ink" />
    <Sign icon="money" x={168} y={62} size={64} ink="honey" />
    <Verdict x={70} y={118} is="wrong" />
    <Verdict x={168} y={118} is="wrong" />
  </g>,
  <g key="4">
    <Phone x={36}>
      <Sign icon="pencil" x={35} y={28} size={28} ink="leaf" />
      <Box x={6} y={54} w={58} h={18} fill="raised" isOutlined />
      <Figure x={35} y={67} size={9} text="••••••••" />
      <Press x={6} y={84} w={58} icon="check" />
    </Phone>
    <Sign icon="next" x={138} y={76} size={24} ink="ink" />
    <Sign icon="phone" x={190} y={76} size={52} ink="leaf" />
  </g>,
];

function Person({ x, tone }: { x: number; tone: "leaf" | "indigo" }) {
  const fill = tone === "leaf" ? "fill-leaf" : "fill-indigo";
  return (
    <g className={fill}>
      <circle cx={x} cy="46" r="18" />
      <path d={`M${x - 30} 118c0-30 12-46 30-46s30 16 30 46z`} />
    </g>
  );
}

export const PAPERS: readonly ReactNode[] = [
  <g key="1">
    <Paper x={40} y={16} w={92} h={118} />
    <path
      d="M58 116c10-14 14 8 22-2s10 6 22-4"
      fill="none"
      strokeWidth="3"
      className="stroke-indigo"
    />
    <Sign icon="pencil" x={124} y={104} size={36} ink="indigo" />
    <Sign icon="home" x={190} y={74} size={56} ink="leaf" />
  </g>,
  <g key="2">
    <Paper x={30} y={24} w={72} h={98} />
    <Seal x={84} y={104} />
    <path
      d="M22 36V16h20M90 16h20v20M110 110v20H90M42 130H22v-20"
      fill="none"
      strokeWidth="3"
      className="stroke-leaf"
    />
    <Sign icon="camera" x={178} y={76} size={64} ink="ink" />
  </g>,
  <g key="3">
    <Phone x={36}>
      <Words x={6} y={10} widths={[44]} />
      <Box x={6} y={22} w={58} h={22} fill="leafTint" />
      <Sign icon="check" x={17} y={33} size={15} ink="leaf" />
      <Box x={6} y={50} w={58} h={22} fill="honeyTint" />
      <Sign icon="clock" x={17} y={61} size={15} ink="honey" />
      <Press x={6} y={88} w={58} icon="next" />
    </Phone>
    <Sign icon="next" x={140} y={76} size={24} ink="ink" />
    <Verdict x={190} y={76} is="right" />
  </g>,
  <g key="4">
    <Box x={30} y={28} w={92} h={94} fill="raised" isOutlined />
    <Box x={30} y={28} w={92} h={22} fill="persimmon" />
    <Figure x={76} y={98} size={34} text="31" />
    <Sign icon="next" x={144} y={76} size={24} ink="ink" />
    <Paper x={168} y={36} w={54} h={78} />
    <Seal x={206} y={102} />
  </g>,
];

function Seal({ x, y }: { x: number; y: number }) {
  return (
    <>
      <Disc x={x} y={y} r={13} fill="persimmon" />
      <Disc x={x} y={y} r={8} fill="persimmonTint" />
    </>
  );
}
