/** Six digits of the app; twelve of a code on paper. */
export const APP_CODE_DIGITS = 6;
export const RECOVERY_CODE_DIGITS = 12;
export const RECOVERY_CODE_COUNT = 10;
