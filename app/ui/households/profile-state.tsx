import type { HouseholdPicture, OwnProfile } from "~/domain/households/types-profile";
import { ProductPhoto } from "~/ui/catalog/product-picture";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { useDesk } from "./use-desk";

/** What became of what was sent last; nothing to say once it is shown. */
export function ProfileState({ sent }: Pick<OwnProfile, "sent">) {
  const t = useT();
  const mark = useMark();
  if (sent?.status === "awaiting_approval") {
    return (
      <Notice tone="plain" title={t("households.profileWaiting")}>
        <p>
          {t("households.profileWaitingText")} <LocalTime instant={sent.sentAt} />
        </p>
        <SentPhoto photo={sent.photo} />
      </Notice>
    );
  }
  if (sent?.status !== "rejected") return null;
  return (
    <Notice tone="attention" title={t("households.rejectedBecause")}>
      <p>{mark(sent.reason ?? "")}</p>
      <p className="mt-1">{t("households.profileRejectedText")}</p>
      <SentPhoto photo={sent.photo} />
    </Notice>
  );
}

const SIZES = "(min-width: 640px) 24rem, 90vw";

function SentPhoto({ photo }: { photo: HouseholdPicture | null }) {
  const t = useT();
  if (!photo) return null;
  return (
    <div className="mt-3 max-w-sm">
      <ProductPhoto photo={photo} alt={t("households.profilePhotoSent")} sizes={SIZES} />
    </div>
  );
}

/** The photo that buyers see, with the way to take it off at once. */
export function ProfilePhoto({ photo }: { photo: HouseholdPicture | null }) {
  const t = useT();
  const { query } = useDesk();
  if (!photo) return null;
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="text-xl">{t("households.profilePhotoNow")}</h2>
      <div className="mt-3 max-w-sm">
        <ProductPhoto photo={photo} alt={t("households.profilePhotoNow")} sizes={SIZES} />
      </div>
      <form method="post" action={paths.profilePhoto(query)} className="mt-3">
        <button className="button button-danger">{t("households.profileRemovePhoto")}</button>
      </form>
    </section>
  );
}
