import type { IconName, Tone } from "./icon";

/** Where a household's money is, the same on every page. */
export const MONEY_SIGNS = {
  market: { icon: "money", tone: "leaf" },
  courier: { icon: "truck", tone: "indigo" },
  pending: { icon: "clock", tone: "honey" },
  owed: { icon: "owed", tone: "persimmon" },
} as const satisfies Record<string, { icon: IconName; tone: Tone }>;
