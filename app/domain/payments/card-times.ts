export const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** The provider opens no session that would end sooner; a little more, for the way there. */
export const SESSION_LEAST_MS = 31 * MINUTE_MS;
export const SESSION_MOST_MS = 23 * 60 * MINUTE_MS;
/** How often to ask about a session of which nothing is heard. */
export const LOOK_AGAIN_MS = 2 * MINUTE_MS;
/** The provider forgets a key after a day: from then on the same question would be a second one. */
export const KEY_GOOD_FOR_MS = 23 * 60 * MINUTE_MS;
