import { readFileSync } from 'node:fs';

/** What started a cluster: a server lives on, a command (CLI) ends soon. */
export type OwnerKind = 'server' | 'command';

export interface ClusterOwner {
  readonly kind: OwnerKind;
  readonly pid: number;
}

export function nameCluster(owner: ClusterOwner): string {
  return `beseda-${owner.kind}-${owner.pid}`;
}

export function parseClusterName(name: string): ClusterOwner | null {
  const match = /^beseda-(server|command)-(\d+)$/.exec(name);
  return match ? { kind: match[1] as OwnerKind, pid: Number(match[2]) } : null;
}

/** A killed process that nobody has waited for yet still has its number, but it is gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isZombie(pid: number): boolean {
  try {
    return /\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
