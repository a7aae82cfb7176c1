import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells one process from a later one with the same number: the number and the moment it began.
 * `began` is in whatever unit the system reports; it is only ever compared for equality.
 */
export interface ProcessMark {
  readonly pid: number;
  readonly began: string;
}

/** The mark of a running process, or `null` when there is none (an exited, unreaped process counts as none). */
export function markOf(pid: number): ProcessMark | null {
  if (process.platform !== 'linux') return markFromPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may hold anything; fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : { pid, began: fields[19] ?? '' };
  } catch {
    return null;
  }
}

export function isRunning(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.began === mark.began;
}

/** The command line of a running process, or an empty string when it cannot be read. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function markFromPs(pid: number): ProcessMark | null {
  try {
    if (process.platform === 'win32') {
      process.kill(pid, 0);
      return { pid, began: '' };
    }
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? null : { pid, began: line.replace(/^\S+\s+/, '') };
  } catch {
    return null;
  }
}
