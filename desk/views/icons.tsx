import type { Priority, TicketStatus } from '@beseda/shared/domain/words';

const PATHS = {
  search: 'M7 12.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.5 3.5',
  back: 'M9.5 3 4.5 8l5 5',
  close: 'm4 4 8 8m0-8-8 8',
  check: 'm3 8.500 3.500 3.500L13 4.500',
  minus: 'M4 8h8',
  attach:
    'm13 7.5-5.2 5.200a3 3 0 0 1-4.3-4.300l5.8-5.700a2 2 0 0 1 2.9 2.900l-5.5 5.400a1 1 0 0 1-1.4-1.400L10 5',
  down: 'm4 6 4 4 4-4',
  note: 'M5 7V5.500a3 3 0 0 1 6 0V7M3.5 7h9v6.500h-9z',
  phone:
    'M5.2 2.200 3 2.500c-.6.100-1 .600-.900 1.200.700 5.600 4.600 9.600 10.200 10.200.600 0 1.100-.400 1.200-1l.3-2.100-3-1.400-1.300 1.300A8.500 8.500 0 0 1 5.300 6.500l1.300-1.300z',
  callBack: 'M8 14.500a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 4.500V8l2.500 1.500',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1.200 1.500H2.800zM6.700 14.500h2.600',
  mail: 'M1.500 3.500h13v9h-13zM2 4l6 5 6-5',
  book: 'M3 2.500h8.500a1.500 1.500 0 0 1 1.500 1.500v9.500H4.500A1.500 1.500 0 0 1 3 12zM3 12a1.500 1.500 0 0 1 1.500-1.500H13M6 5.500h4',
  info: 'M8 14.500a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 7.500V11M8 5v.1',
  more: 'M2.500 8h1.200M7.400 8h1.200M12.300 8h1.200',
  split: 'M3 2v4.500A3.500 3.500 0 0 0 6.500 10H13M10 7l3 3-3 3M3 6v8',
  keys: 'M1.5 4h13v8h-13zM4 6.500h.100M6.7 6.500h.100M9.3 6.500h.100M12 6.500h.100M5 9.500h6',
} as const;
export type IconName = keyof typeof PATHS;

/** A line drawing of 16 px. Always beside or inside something that has a name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

const STATUS_PATHS: Record<TicketStatus, string> = {
  open: '',
  pending: 'M8 4.500V8l2.3 1.5',
  on_hold: 'M6.3 5.500v5m3.4-5v5',
  solved: 'm5 8.2 2.2 2.200L11.2 6',
  closed: 'M5 8h6',
};

export function StatusIcon({ status }: { status: TicketStatus }) {
  return (
    <svg
      class="status-icon"
      data-status={status}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6" />
      <path d={STATUS_PATHS[status]} />
    </svg>
  );
}

const BARS: Record<Priority, number> = { low: 1, normal: 2, high: 3, urgent: 3 };

export function PriorityIcon({ priority }: { priority: Priority }) {
  return (
    <svg
      class="priority-icon"
      data-priority={priority}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={2 + bar * 4.5}
          y={10 - bar * 3.5}
          width="3"
          height={4 + bar * 3.5}
          rx="1"
          data-filled={bar < BARS[priority]}
        />
      ))}
    </svg>
  );
}
