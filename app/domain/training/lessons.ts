/** The short lessons, in the order in which a household needs them, each with how many steps it has. */
export const LESSONS = {
  list_product: 5,
  good_photo: 4,
  price_pack: 4,
  pack_order: 4,
  hand_over: 4,
  stall_qr: 3,
  keep_code: 4,
  papers: 4,
} as const;
export type LessonName = keyof typeof LESSONS;
export const LESSON_NAMES = Object.keys(LESSONS) as LessonName[];

/** As addresses name it: `good-photo`. */
export function lessonSlug(lesson: LessonName): string {
  return lesson.replaceAll("_", "-");
}

/** The lesson of an address, or null. */
export function lessonOfSlug(slug: string): LessonName | null {
  return LESSON_NAMES.find((one) => lessonSlug(one) === slug) ?? null;
}

/** The numbers of its steps, from 1. */
export function stepsOf(lesson: LessonName): number[] {
  return Array.from({ length: LESSONS[lesson] }, (_, i) => i + 1);
}
