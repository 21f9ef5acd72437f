/** Why a database cannot be used. `code` is stable, `message` is one line for the operator. */
export type DatabaseErrorCode =
  | 'data_dir_in_use'
  | 'data_dir_denied'
  | 'data_dir_full'
  | 'data_dir_version'
  | 'no_embedded_postgres'
  | 'no_unprivileged_user'
  | 'initdb_failed'
  | 'postgres_failed'
  | 'database_too_old'
  | 'database_unfit';

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Runs `work`; a file-system error of the data directory becomes a `DatabaseError` that names `path`. */
export async function namingDataDir<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    // Node says ENOENT where it should make a folder on a read-only disk.
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) {
      throw new DatabaseError('data_dir_denied', `DATA_DIR ${path}: this user may not read and write it`, {
        cause: error,
      });
    }
    if (['ENOTDIR', 'EEXIST'].includes(code)) {
      throw new DatabaseError('data_dir_denied', `DATA_DIR ${path}: not a directory`, { cause: error });
    }
    if (['ENOSPC', 'EDQUOT'].includes(code)) {
      throw new DatabaseError('data_dir_full', `DATA_DIR ${path}: no space left on the disk`, {
        cause: error,
      });
    }
    throw error;
  }
}
