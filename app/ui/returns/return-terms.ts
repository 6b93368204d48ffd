import { returnDays } from "~/domain/returns/return-reasons";
import { ANSWER_WITHIN_DAYS } from "~/domain/returns/return-status";

/** The days that the texts on returns name, as the program grants them. */
export const RETURN_TERMS = {
  goodsDays: returnDays("damaged"),
  wordsDays: returnDays("not_as_described"),
  mindDays: returnDays("changed_mind"),
  answerDays: ANSWER_WITHIN_DAYS,
};
