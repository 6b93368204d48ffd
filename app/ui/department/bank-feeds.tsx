import { isFailing, type BankFeed } from "~/domain/payments/bank-feed";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

/** Who tells us of the account's lines and since when not, and what a person has to do where nobody can be asked. */
export function BankFeeds(props: {
  feeds: readonly BankFeed[];
  now: number;
  isProduction: boolean;
}) {
  const t = useT();
  const { feeds, now, isProduction } = props;
  const isNobodyAsked = isProduction && !feeds.some((feed) => feed.isPolled);
  return (
    <section id="feeds" className="my-8 scroll-mt-4">
      <h2 className="text-xl">{t("department.feedsHeading")}</h2>
      {isNobodyAsked ? (
        <Notice tone="attention" title={t("department.feedsNotPolled")}>
          <p>{t("department.feedsNotPolledText")}</p>
        </Notice>
      ) : null}
      {feeds
        .filter((feed) => isFailing(feed, now))
        .map((feed) => (
          <Notice
            key={feed.provider}
            tone="attention"
            title={t(
              feed.polledAt === null ? "department.feedNeverAsked" : "department.feedFailing",
              {
                name: t(`department.feed_${feed.provider}`),
              },
            )}
          >
            {feed.failure ? <p>{t(`errors.${feed.failure}`)}</p> : null}
          </Notice>
        ))}
      <FactList>
        {feeds.map((feed) => (
          <FactRow key={feed.provider} term={t(`department.feed_${feed.provider}`)}>
            <Feed feed={feed} />
          </FactRow>
        ))}
      </FactList>
    </section>
  );
}

function Feed({ feed }: { feed: BankFeed }) {
  const t = useT();
  const { toldAt, polledAt, pollFailedAt } = feed;
  return (
    <ul className="flex flex-wrap gap-x-6">
      <li>
        {feed.takesNotices || toldAt !== null
          ? t("department.feedTold")
          : t("department.feedTakesNoNotices")}
        {toldAt !== null ? <LocalTime instant={toldAt} /> : null}
        {feed.takesNotices && toldAt === null ? t("department.feedNever") : null}
      </li>
      <li>
        {feed.isPolled ? t("department.feedPolled") : t("department.feedNotPolled")}
        {feed.isPolled && polledAt !== null ? <LocalTime instant={polledAt} /> : null}
        {feed.isPolled && polledAt === null ? t("department.feedNever") : null}
      </li>
      {pollFailedAt !== null ? (
        <li>
          {t("department.feedFailed")}
          <LocalTime instant={pollFailedAt} />
        </li>
      ) : null}
    </ul>
  );
}
