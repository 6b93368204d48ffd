import type { TrainingCsvWords } from "~/domain/training/training-csv.server";
import type { Translate } from "./i18n";

/** The words of the file of sessions in the reader's language. */
export function trainingCsvWords(t: Translate): TrainingCsvWords {
  return {
    head: [
      t("training.csvDay"),
      t("training.csvTitle"),
      t("training.csvCommune"),
      t("training.csvStatus"),
      t("training.csvTeacher"),
      t("training.csvHelper"),
      t("training.csvHouseholds"),
      t("training.csvPersons"),
    ],
    joined: t("training.outcomeJoined"),
    listed: t("training.outcomeListed"),
    sold: t("training.outcomeSold"),
    standingOf: (standing) => t(`training.standing_${standing}`),
    statusOf: (status) => t(`training.status_${status}`),
  };
}
