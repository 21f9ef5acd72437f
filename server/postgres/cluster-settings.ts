export interface ClusterSettingsOptions {
  readonly clusterName: string;
  readonly port: number;
  /** False only for throw-away clusters of tests: commits are not flushed to the disk. */
  readonly durable: boolean;
  /** False where there is no writable /dev/shm. */
  readonly sharedMemory: boolean;
}

/** The settings of the embedded PostgreSQL, as arguments of `postgres`. */
export function clusterSettings(options: ClusterSettingsOptions): string[] {
  const flushes = options.durable ? 'on' : 'off';
  const settings: Record<string, string> = {
    cluster_name: options.clusterName,
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
    max_connections: '100',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',

    fsync: flushes,
    full_page_writes: flushes,
    synchronous_commit: flushes,

    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    min_wal_size: '80MB',
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    jit: 'off',
    idle_in_transaction_session_timeout: '60s',

    // No statement and no detail: they carry what people wrote.
    logging_collector: 'off',
    log_destination: 'stderr',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_line_prefix: '%m [%p] ',
  };
  if (!options.sharedMemory) settings['dynamic_shared_memory_type'] = 'mmap';
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
