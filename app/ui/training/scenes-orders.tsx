import type { ReactNode } from "react";
import {
  Box,
  Disc,
  Figure,
  Jar,
  Paper,
  Parcel,
  Phone,
  Press,
  Sign,
  Touch,
  Verdict,
  Words,
} from "./picture-kit";

/** The pictures of the lessons about orders, one a step. */
export const PACK_ORDER: readonly ReactNode[] = [
  <g key="1">
    <Sign icon="bell" x={48} y={66} size={52} ink="persimmon" />
    <Disc x={68} y={46} r={10} fill="persimmon" />
    <Figure x={68} y={50} size={12} text="1" ink="onLeaf" />
    <Phone x={118}>
      <Words x={6} y={10} widths={[36, 54, 46]} />
      <Box x={6} y={44} w={58} h={26} fill="leafTint" />
      <Press x={6} y={84} w={58} icon="check" />
      <Touch x={35} y={93} />
    </Phone>
  </g>,
  <g key="2">
    <Paper x={22} y={22} w={84} h={106} />
    <Sign icon="check" x={92} y={112} size={24} ink="leaf" />
    <Jar x={132} y={30} size={40} />
    <Jar x={172} y={30} size={40} />
    <Box x={128} y={88} w={88} h={28} fill="raised" isOutlined />
    <Figure x={172} y={107} size={13} text="L261122" />
  </g>,
  <g key="3">
    <Jar x={18} y={50} size={50} />
    <Sign icon="next" x={84} y={78} size={22} ink="ink" />
    <Parcel x={108} y={30} size={96} />
    <Box x={122} y={78} w={44} h={24} fill="raised" isOutlined />
    <Figure x={144} y={94} size={11} text="UQ7-1" />
  </g>,
  <g key="4">
    <Phone x={50}>
      <Sign icon="packed" x={35} y={38} size={44} ink="leaf" />
      <Words x={10} y={68} widths={[50]} />
      <Press x={6} y={84} w={58} icon="packed" />
      <Touch x={35} y={93} />
    </Phone>
    <Sign icon="packed" x={180} y={76} size={64} ink="leaf" />
  </g>,
];

export const HAND_OVER: readonly ReactNode[] = [
  <g key="1">
    <Sign icon="truck" x={62} y={70} size={80} ink="leaf" />
    <Parcel x={30} y={44} size={26} />
    <Phone x={140}>
      <Words x={6} y={10} widths={[40]} />
      <Box x={6} y={22} w={58} h={22} fill="raised" isOutlined />
      <Figure x={35} y={37} size={9} text="EB123VN" />
      <Press x={6} y={84} w={58} icon="truck" />
    </Phone>
  </g>,
  <g key="2">
    <Paper x={24} y={20} w={76} h={104} />
    <Figure x={62} y={116} size={12} text="194.000 đ" ink="persimmon" />
    <Figure x={124} y={82} size={26} text="=" />
    <Box x={148} y={52} w={70} h={42} fill="honeyTint" isOutlined />
    <Sign icon="money" x={183} y={70} size={34} ink="honey" />
    <Figure x={183} y={116} size={12} text="194.000 đ" ink="persimmon" />
  </g>,
  <g key="3">
    <Parcel x={24} y={48} size={56} />
    <Sign icon="home" x={108} y={78} size={50} ink="indigo" />
    <Phone x={146}>
      <Box x={6} y={8} w={58} h={48} fill="leafTint" />
      <Sign icon="camera" x={35} y={32} size={30} ink="leaf" />
      <Press x={6} y={72} w={58} icon="check" />
      <Touch x={35} y={81} />
    </Phone>
  </g>,
  <g key="4">
    <Phone x={50}>
      <Sign icon="clock" x={12} y={22} size={16} ink="honey" />
      <Figure x={45} y={26} size={10} text="420.000" />
      <Sign icon="next" x={12} y={58} size={16} ink="indigo" />
      <Figure x={45} y={62} size={10} text="185.000" />
      <Sign icon="check" x={12} y={94} size={16} ink="leaf" />
      <Figure x={45} y={98} size={10} text="612.000" />
    </Phone>
    <Sign icon="money" x={182} y={76} size={70} ink="leaf" />
  </g>,
];

export const STALL_QR: readonly ReactNode[] = [
  <g key="1">
    <path d="M24 46h84l-10-24H34z" className="fill-persimmon" />
    <Box x={30} y={46} w={72} h={70} fill="raised" isOutlined />
    <Box x={50} y={64} w={32} h={32} fill="ink" r={2} />
    <Box x={55} y={69} w={9} h={9} fill="raised" r={1} />
    <Box x={68} y={69} w={9} h={9} fill="raised" r={1} />
    <Box x={55} y={82} w={9} h={9} fill="raised" r={1} />
    <Figure x={134} y={90} size={30} text="≠" ink="persimmon" />
    <Phone x={154}>
      <Sign icon="basket" x={35} y={40} size={36} ink="leaf" />
      <Press x={6} y={84} w={58} icon="check" />
    </Phone>
  </g>,
  <g key="2">
    <Sign icon="home" x={54} y={66} size={54} ink="indigo" />
    <path d="M88 50c40-26 80-20 100 10" fill="none" strokeWidth="3" className="stroke-ink" />
    <path d="M188 92c-30 30-70 30-100 2" fill="none" strokeWidth="3" className="stroke-ink" />
    <Parcel x={172} y={56} size={36} />
    <Verdict x={120} y={76} is="wrong" />
  </g>,
  <g key="3">
    <Phone x={44}>
      <Box x={0} y={0} w={70} h={16} fill="leaf" r={3} />
      <Box x={6} y={24} w={27} h={34} fill="leafTint" />
      <Box x={37} y={24} w={27} h={34} fill="leafTint" />
      <Jar x={10} y={28} size={26} />
      <Jar x={41} y={28} size={26} />
      <Words x={6} y={68} widths={[50, 40]} />
    </Phone>
    <Sign icon="next" x={146} y={76} size={24} ink="ink" />
    <Sign icon="heart" x={194} y={76} size={52} ink="persimmon" />
  </g>,
];
