import type { Channel } from "~/domain/statistics/channel-lists";
import type { ChannelSale, Span } from "~/domain/statistics/channel-records";
import { formatMonth } from "~/platform/period";
import type { Mark } from "~/ui/in-language";
import type { Translate } from "~/web/i18n";

/** A channel by its name; that of another one is as it was typed. */
export function channelName(
  t: Translate,
  { channel, channelName: typed }: Pick<ChannelSale, "channel" | "channelName">,
  mark: Mark = (text) => text,
): string {
  return typed === "" ? channelLabel(t, channel) : mark(typed);
}

/** As the form offers it. */
export function channelLabel(t: Translate, channel: Channel): string {
  return channel === "other" ? t("channels.otherChannel") : t(`channels.channel_${channel}`);
}

/** `07/2026`, or `07/2026 đến 09/2026`. */
export function spanText(t: Translate, { firstMonth, lastMonth }: Span): string {
  const last = formatMonth(lastMonth);
  return firstMonth === lastMonth
    ? last
    : t("channels.span", { first: formatMonth(firstMonth), last });
}
