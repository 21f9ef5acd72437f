/** The id of the company of those whose mail is taken without anybody knowing them: no customer has it. */
export const OUTSIDE = 'mail:anyone';
