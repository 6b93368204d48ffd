import type { ItemState } from "~/domain/joining/joining-state";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

const MARKS = {
  todo: { icon: "pencil", tone: "honey" },
  sent: { icon: "clock", tone: "indigo" },
  sent_back: { icon: "alert", tone: "persimmon" },
  done: { icon: "check", tone: "leaf" },
  waived: { icon: "next", tone: "quiet" },
} as const satisfies Record<ItemState, { icon: IconName; tone: Tone }>;

/** How an item stands. */
export function ItemMark({ state }: { state: ItemState }) {
  const t = useT();
  return <StatusMark {...MARKS[state]} text={t(`joining.state_${state}`)} />;
}
