/** Bounds that both ends know, so that a refusal can be explained before anything is sent. Bytes unless said. */
export const LIMITS = {
  textLength: 20_000,
  subjectLength: 200,
  ratingLength: 2_000,
  /** Beyond what any install may allow; what it does allow are settings. */
  attachmentsPerMessage: 50,
  fileSize: 500 * 1024 * 1024,
  queryLength: 2_000,
  failures: 10,
  failureLength: 300,
} as const;

/** Characters of a comment under an article, and of a «no» about it. Apart: the panel's first script needs the others. */
export const COMMENT_LENGTH = 3_000;
