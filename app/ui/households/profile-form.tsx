import { useForm } from "@conform-to/react";
import type { OwnProfile } from "~/domain/households/types-profile";
import { FileSending } from "~/ui/phone/file-sending";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { FileField } from "~/ui/primitives/file-field";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { PHOTO_TYPES } from "./product-fields";
import { useDesk } from "./use-desk";

/** The household's own words and one photo; what was sent last and is not shown yet is gone on with. */
export function ProfileForm(props: {
  profile: OwnProfile;
  changeId: string;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { query } = useDesk();
  const { shown, sent } = props.profile;
  const isOpen = sent?.status === "awaiting_approval" || sent?.status === "rejected";
  const { story, storyEn } = isOpen ? sent : shown;
  const [form, fields] = useForm<{
    changeId: string;
    story: string;
    storyEn: string;
    photo: string;
  }>({
    id: "profile",
    lastResult: props.reply?.submission,
    defaultValue: { changeId: props.changeId, story, storyEn },
  });
  return (
    <form
      method="post"
      action={paths.householdProfile(query)}
      encType="multipart/form-data"
      id={form.id}
      noValidate
    >
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name={fields.changeId.name} value={fields.changeId.initialValue} />
      <TextAreaField
        field={fields.story}
        language="vi"
        label={t("households.profileStory")}
        hint={t("households.registerStoryHint")}
        rows={7}
      />
      <TextAreaField
        field={fields.storyEn}
        language="en"
        label={t("households.profileStoryEn")}
        hint={t("households.profileStoryEnHint")}
        rows={5}
        optional
      />
      <FileField
        field={fields.photo}
        label={t("households.profilePhoto")}
        hint={t("households.profilePhotoHint")}
        accept={PHOTO_TYPES}
        optional
      />
      <FileSending photoOf="goods" />
      <button className="button button-main w-full">{t("households.submit")}</button>
    </form>
  );
}
