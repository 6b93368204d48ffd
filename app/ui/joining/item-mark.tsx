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

/** How an item stands; what nobody asks for is not "to do". */
export function ItemMark({ item }: { item: { state: ItemState; isRequired: boolean } }) {
  const t = useT();
  const { state, isRequired } = item;
  if (state === "todo" && !isRequired) {
    return <StatusMark icon="pencil" tone="quiet" text={t("joining.state_none")} />;
  }
  return <StatusMark {...MARKS[state]} text={t(`joining.state_${state}`)} />;
}
