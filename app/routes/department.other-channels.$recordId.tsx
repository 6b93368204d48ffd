import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listChannelVintages } from "~/domain/statistics/queries-channels.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ChannelRecord, ChannelVintages } from "~/ui/department/channel-record";
import { channelName } from "~/ui/department/channel-texts";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

const DONE = ["saved", "repeat", "withdrawn"] as const;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("channels.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const vintages = await listChannelVintages(args.params["recordId"] ?? "");
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    sale: orNotFound(vintages[0] ?? null),
    vintages,
    done: DONE.find((one) => one === done) ?? null,
  };
}

export default function ChannelSalePage() {
  const { sale, vintages, done } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  return (
    <>
      <BackLink href={paths.otherChannels()} text={t("channels.backToList")} />
      <h1 className="text-3xl">{channelName(t, sale, mark)}</h1>
      {done === null ? null : (
        <Notice tone={done === "repeat" ? "plain" : "good"}>{t(`channels.done_${done}`)}</Notice>
      )}
      <ChannelRecord sale={sale} />
      <section className="mt-12">
        <h2 className="text-2xl">{t("channels.vintagesHeading")}</h2>
        <ChannelVintages vintages={vintages} />
      </section>
    </>
  );
}
