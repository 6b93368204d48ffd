import type { WaitingProfile } from "~/domain/households/types-profile";
import { ProductPhoto } from "~/ui/catalog/product-picture";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ApproveDecision, RejectDecision } from "./decision-form";

/** What a household wants to say of itself, beside what is shown now. */
export function ProfileDossierCard({ profile }: { profile: WaitingProfile }) {
  const t = useT();
  const language = useLanguage();
  const { id, householdName: name } = profile;
  const action = paths.profileApproval(id);
  return (
    <article id={`profile-${id}`} className="scroll-mt-4 border-t border-line py-6">
      <h3 className="text-xl">
        <a href={paths.household(language, profile.householdSlug)} className="text-ink underline">
          {name}
        </a>
      </h3>
      <p className="text-soft">
        {profile.communeName} · {t("department.factWaiting")}{" "}
        <LocalTime instant={profile.waitingSince} />
      </p>
      <div className="mt-3 grid gap-x-10 gap-y-4 md:grid-cols-2">
        <Words title={t("department.profileNow")} words={profile.before} name={name} />
        <Words title={t("department.profileNew")} words={profile.after} name={name} />
      </div>
      <div className="mt-4 flex flex-wrap items-start gap-x-6 gap-y-3">
        <ApproveDecision action={action} name={name} />
        <RejectDecision id={`profile-${id}`} action={action} name={name} />
      </div>
    </article>
  );
}

function Words(props: { title: string; words: WaitingProfile["after"]; name: string }) {
  const t = useT();
  const mark = useMark();
  const { story, storyEn, photo } = props.words;
  return (
    <section>
      <h4 className="text-soft">{props.title}</h4>
      <p className="mt-1 max-w-prose whitespace-pre-line">
        {story === "" ? t("department.profileNone") : mark(story, "vi")}
      </p>
      {storyEn === "" ? null : (
        <p className="mt-2 max-w-prose whitespace-pre-line text-soft">{mark(storyEn, "en")}</p>
      )}
      {photo ? (
        <div className="mt-3 max-w-xs">
          <ProductPhoto
            photo={photo}
            alt={t("department.photoAlt", { name: props.name })}
            sizes="(min-width: 48rem) 20rem, 92vw"
          />
        </div>
      ) : null}
    </section>
  );
}
