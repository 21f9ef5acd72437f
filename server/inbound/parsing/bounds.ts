/** What one mail may cost: more is cut, and a flaw says so. */
export const MAX_BYTES = 60 * 1024 * 1024;
export const MAX_PARTS = 1_000;
export const MAX_DEPTH = 30;
export const MAX_FILES = 200;
/** Bytes of one header block, and fields in it. */
export const MAX_HEADER_BYTES = 512 * 1024;
export const MAX_FIELDS = 1_000;
/** Characters of one field that are read, and of one that is kept. */
export const MAX_FIELD_LENGTH = 64 * 1024;
export const MAX_KEPT_FIELD = 4_096;
export const MAX_ADDRESSES = 1_000;
export const MAX_IDS = 200;
/** Bytes of a text part, and characters of what is shown. */
export const MAX_TEXT_BYTES = 4 * 1024 * 1024;
export const MAX_TEXT = 500_000;
export const MAX_HTML = 1_000_000;
