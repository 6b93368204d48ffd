import type { Answered, ListingScreen } from "~/domain/catalog/listing-answers";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, usePageAddress, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { answeredText } from "./answer-text";
import type { ListingReply } from "./listing-reply";

/** Somebody has answered meanwhile, on another phone: both answers, and a press for the one that is to stand. */
export function ConflictNotice(props: {
  listingId: string;
  screen: ListingScreen;
  answered: Answered;
  reply: ListingReply;
}) {
  const t = useT();
  const page = usePageAddress();
  const reader = { t, language: useLanguage() };
  const { listingId, screen, answered, reply } = props;
  const { mine } = reply;
  const theirs = answeredText(reader, { answered, screen });
  const own =
    mine === undefined
      ? null
      : answeredText(reader, { answered: { [screen]: { at: 0, value: mine } }, screen });
  const typed = typedIn(reply);
  // Files cannot be sent again by a page, but what came in parts lies here still: else another is taken with the form below.
  const isFile = screen === "photo" && mine !== null && typed["sentPhoto"] === undefined;
  return (
    <Refusal title={t("listing.conflictTitle")}>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <div className="card flex flex-col gap-2 px-4 py-3">
          <p className="text-soft">{t("listing.conflictTheirs")}</p>
          <p className="text-xl font-semibold">{theirs ?? t("listing.conflictNothing")}</p>
          <a href={paths.listing(listingId)} className="button button-quiet mt-auto min-h-14">
            {t("listing.conflictKeepTheirs")}
          </a>
        </div>
        <div className="card flex flex-col gap-2 px-4 py-3">
          <p className="text-soft">{t("listing.conflictMine")}</p>
          <p className="text-xl font-semibold">
            {screen === "photo" && mine !== null ? t("listing.answer_photo") : own}
          </p>
          {isFile ? (
            <p>{t("listing.conflictPhotoAgain")}</p>
          ) : (
            <form
              method="post"
              action={page}
              encType={screen === "photo" ? "multipart/form-data" : undefined}
              className="mt-auto"
            >
              <input type="hidden" name="seen" value={answered[screen]?.at ?? 0} />
              {Object.entries(typed).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button className="button button-main min-h-14 w-full">
                {t("listing.conflictKeepMine")}
              </button>
            </form>
          )}
        </div>
      </div>
    </Refusal>
  );
}

function typedIn({ submission }: ListingReply): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(submission?.initialValue ?? {})) {
    if (name !== "seen" && typeof value === "string") typed[name] = value;
  }
  return typed;
}
