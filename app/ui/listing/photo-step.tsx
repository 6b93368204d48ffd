import { useForm } from "@conform-to/react";
import type { ListingPhoto } from "~/domain/catalog/listing-answers";
import { MAIN_PHOTO_SIZES, ProductPhoto } from "~/ui/catalog/product-picture";
import { Icon, type IconName } from "~/ui/households/icon";
import { PHOTO_TYPES } from "~/ui/households/product-fields";
import { FormErrors, type AnyField } from "~/ui/primitives/form";
import { useLanguage, usePageAddress, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import type { ListingReply } from "./listing-reply";
import { NextButton } from "./question-form";

/** The first question: a photo from the camera or from the phone's pictures, or none yet. */
export function PhotoStep(props: {
  /** Made with the page before there is a draft. */
  newListingId?: string;
  /** What the draft has; undefined before it was asked. */
  photo: { listingId: string; seen: number; value: ListingPhoto | null } | undefined;
  reply: ListingReply | undefined;
}) {
  const t = useT();
  const page = usePageAddress();
  const { photo, reply, newListingId } = props;
  const [form, fields] = useForm<{ photo: string }>({
    id: "photo",
    lastResult: reply?.submission ?? null,
  });
  return (
    <>
      {photo?.value ? (
        <div className="mt-4">
          <ProductPhoto
            photo={photo.value}
            alt={t("listing.photoYours")}
            sizes={MAIN_PHOTO_SIZES}
            isFirst
          />
          <a
            href={paths.listing(photo.listingId)}
            className="button button-main mt-4 min-h-16 w-full text-xl"
          >
            {t("listing.photoKeep")}
            <Icon name="next" />
          </a>
          <h2 className="mt-8 text-xl">{t("listing.photoOther")}</h2>
        </div>
      ) : null}
      <form method="post" action={page} encType="multipart/form-data" id={form.id} noValidate>
        <FormErrors form={form} failure={reply && "mine" in reply ? undefined : reply?.failure} />
        <input type="hidden" name="seen" value={photo?.seen ?? 0} />
        {newListingId === undefined ? null : (
          <input type="hidden" name="listingId" value={newListingId} />
        )}
        <FieldProblem field={fields.photo} />
        <div className="mt-4 grid grid-cols-1 gap-3 sm:grid-cols-2">
          <FileTile
            id={fields.photo.id}
            name="camera"
            icon="camera"
            word={t("listing.photoTake")}
            problem={fields.photo}
            isCamera
          />
          <FileTile
            id={`${fields.photo.id}-chosen`}
            name="photo"
            icon="picture"
            word={t("listing.photoChoose")}
            problem={fields.photo}
          />
        </div>
        <PhotoProgress />
        <NextButton text={t("listing.photoSave")} />
        {photo?.value ? null : (
          <button name="later" value="1" className="button button-quiet mt-3 min-h-14 w-full">
            <Icon name="clock" />
            {t("listing.photoSkip")}
          </button>
        )}
        <p className="mt-3 text-soft">{t("listing.photoRule")}</p>
      </form>
    </>
  );
}

/** Shown by the phone's script while it sends the photo in parts. */
function PhotoProgress() {
  const t = useT();
  const language = useLanguage();
  return (
    <div data-photo-progress="" hidden className="card mt-4 border-2 border-leaf px-4 py-3">
      <p className="flex items-center justify-between text-lg font-semibold">
        <label htmlFor="photo-sent">{t("phone.photoSending")}</label>
        <span data-percent="" className="num" />
      </p>
      <progress id="photo-sent" max={1} value={0} className="mt-2 h-4 w-full" />
      <a href={paths.listingOffline(language)} className="button button-quiet mt-3 min-h-14 w-full">
        <Icon name="next" />
        {t("phone.photoLeave")}
      </a>
    </div>
  );
}

function FieldProblem({ field }: { field: AnyField }) {
  const t = useT();
  if (!field.errors) return null;
  return (
    <p id={field.errorId} className="mt-4 font-medium text-persimmon">
      {field.errors.map((code) => errorText(t, code)).join(" ")}
    </p>
  );
}

/** The browser's own words about the file stay: they say which one was taken, without any script. */
function FileTile(props: {
  id: string;
  name: string;
  icon: IconName;
  word: string;
  problem: AnyField;
  isCamera?: true;
}) {
  const { problem } = props;
  return (
    <label
      className={`card flex min-h-32 cursor-pointer flex-col items-center justify-center gap-2 border-2 px-4 py-4 text-center text-leaf has-focus-visible:outline-3 has-focus-visible:outline-honey has-valid:border-leaf has-valid:bg-leaf-tint ${problem.errors ? "border-persimmon" : "border-dashed border-leaf"}`}
    >
      <span className="scale-150 py-2">
        <Icon name={props.icon} />
      </span>
      <span className="text-xl font-semibold">{props.word}</span>
      <input
        id={props.id}
        type="file"
        name={props.name}
        accept={PHOTO_TYPES}
        capture={props.isCamera ? "environment" : undefined}
        required
        aria-invalid={problem.errors ? true : undefined}
        aria-describedby={problem.errors ? problem.errorId : undefined}
        className="w-auto max-w-full border-0 bg-transparent text-center text-sm file:hidden"
      />
    </label>
  );
}
