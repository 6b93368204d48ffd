import type { ReactNode } from "react";
import {
  Box,
  Disc,
  Figure,
  Jar,
  Parcel,
  Phone,
  Press,
  Sign,
  Touch,
  Verdict,
  Words,
} from "./picture-kit";

/** The pictures of the lessons about goods, one a step. */
export const LIST_PRODUCT: readonly ReactNode[] = [
  <Phone key="1" x={81}>
    <Words x={8} y={8} widths={[30]} />
    <Press x={6} y={24} w={58} icon="plus" />
    <Box x={6} y={50} w={58} h={18} fill="line" />
    <Box x={6} y={74} w={58} h={18} fill="line" />
    <Touch x={35} y={33} />
  </Phone>,
  <g key="2">
    <Phone x={122}>
      <Box x={6} y={8} w={58} h={50} fill="leafTint" />
      <Jar x={22} y={14} size={38} />
      <Press x={6} y={66} w={58} icon="camera" />
      <Press x={6} y={90} w={58} icon="picture" />
    </Phone>
    <Jar x={40} y={62} size={60} />
    <Sign icon="next" x={104} y={88} size={22} ink="ink" />
  </g>,
  <Phone key="3" x={81}>
    <Box x={6} y={8} w={27} h={27} fill="leafTint" />
    <Box x={37} y={8} w={27} h={27} fill="honeyTint" />
    <Sign icon="basket" x={19} y={21} size={18} ink="leaf" />
    <Sign icon="heart" x={50} y={21} size={18} ink="honey" />
    <Words x={6} y={46} widths={[40]} />
    <Box x={6} y={56} w={58} h={18} fill="raised" isOutlined />
    <Words x={11} y={63} widths={[34]} />
    <Press x={6} y={90} w={58} icon="next" />
  </Phone>,
  <g key="4">
    <Jar x={14} y={50} size={62} />
    <Figure x={39} y={134} size={15} text="500 ml" />
    <Figure x={116} y={88} size={15} text="150.000 đ" ink="persimmon" />
    <g>
      <Parcel x={172} y={40} size={26} />
      <Parcel x={204} y={40} size={26} />
      <Parcel x={188} y={70} size={26} />
    </g>
    <Figure x={201} y={124} size={15} text="× 12" />
  </g>,
  <g key="5">
    <Phone x={40}>
      <Box x={6} y={8} w={58} h={32} fill="leafTint" />
      <Jar x={25} y={10} size={27} />
      <Words x={6} y={48} widths={[50, 40, 54]} />
      <Press x={6} y={88} w={58} icon="check" />
      <Touch x={35} y={97} />
    </Phone>
    <Sign icon="next" x={146} y={76} size={24} ink="ink" />
    <Verdict x={192} y={76} is="right" />
  </g>,
];

export const GOOD_PHOTO: readonly ReactNode[] = [
  <g key="1">
    <Box x={22} y={18} w={66} h={84} fill="honeyTint" isOutlined />
    <path d="M55 18v84M22 60h66" strokeWidth="2" className="stroke-ink" />
    <path d="M92 50l40 22M92 70l36 22M92 30l44 22" strokeWidth="3" className="stroke-honey" />
    <Jar x={140} y={66} size={58} />
    <Box x={126} y={124} w={84} h={6} fill="ink" r={2} />
  </g>,
  <g key="2">
    <Box x={16} y={22} w={96} h={94} fill="raised" />
    <Jar x={48} y={56} size={44} />
    <Verdict x={98} y={116} is="right" />
    <Box x={128} y={22} w={96} h={94} fill="honeyTint" />
    <Parcel x={134} y={30} size={30} />
    <Parcel x={188} y={62} size={30} />
    <Disc x={206} y={40} r={10} fill="persimmon" />
    <Jar x={160} y={56} size={44} />
    <Verdict x={210} y={116} is="wrong" />
  </g>,
  <g key="3">
    <Phone x={112}>
      <Box x={4} y={14} w={62} h={84} fill="leafTint" />
      <Jar x={10} y={22} size={64} />
      <Disc x={35} y={108} r={7} fill="persimmon" />
    </Phone>
    <Jar x={24} y={58} size={52} />
    <path d="M70 84h38" strokeWidth="3" strokeDasharray="6 5" className="stroke-ink" />
  </g>,
  <g key="4">
    <Box x={20} y={26} w={88} h={78} fill="raised" isOutlined />
    <Jar x={46} y={42} size={44} />
    <Sign icon="home" x={92} y={42} size={22} ink="leaf" />
    <Verdict x={98} y={108} is="right" />
    <Box x={132} y={26} w={88} h={78} fill="raised" isOutlined />
    <Sign icon="picture" x={176} y={66} size={52} ink="indigo" />
    <Verdict x={210} y={108} is="wrong" />
  </g>,
];

export const PRICE_PACK: readonly ReactNode[] = [
  <g key="1">
    <Jar x={28} y={40} size={56} />
    <Figure x={51} y={118} size={14} text="500 ml" />
    <Parcel x={96} y={40} size={56} />
    <Figure x={124} y={118} size={14} text="1 kg" />
    <Box x={170} y={84} w={54} h={12} fill="ink" />
    <Parcel x={180} y={48} size={34} />
    <Figure x={197} y={118} size={14} text="1,1 kg" ink="persimmon" />
  </g>,
  <g key="2">
    <Sign icon="basket" x={40} y={54} size={40} ink="leaf" />
    <Figure x={72} y={62} size={24} text="+" />
    <Sign icon="clock" x={104} y={54} size={40} ink="indigo" />
    <Figure x={136} y={62} size={24} text="+" />
    <Parcel x={150} y={34} size={38} />
    <path d="M20 92h200" strokeWidth="2" className="stroke-ink" />
    <Figure x={120} y={124} size={24} text="150.000 đ" ink="persimmon" />
  </g>,
  <Phone key="3" x={81}>
    {[8, 44, 80].map((y, i) => (
      <g key={y}>
        <Box x={6} y={y} w={24} h={28} fill="leafTint" />
        <Jar x={9} y={y + 3} size={22} />
        <Figure x={48} y={y + 18} size={9} text={["140.000", "155.000", "150.000"][i] ?? ""} />
      </g>
    ))}
  </Phone>,
  <g key="4">
    {[0, 1, 2].map((i) => (
      <Parcel key={i} x={24 + i * 30} y={56} size={26} />
    ))}
    <Figure x={66} y={110} size={16} text="3" />
    <Figure x={126} y={82} size={26} text="=" />
    <Phone x={146}>
      <Jar x={22} y={12} size={34} />
      <Box x={10} y={56} w={50} h={24} fill="raised" isOutlined />
      <Figure x={35} y={73} size={16} text="3" />
      <Press x={6} y={92} w={58} icon="check" />
    </Phone>
  </g>,
];
