import type { ToolName } from './tools';

const PATHS: Record<ToolName, string> = {
  bold: 'M4.5 3h4a2.500 2.500 0 0 1 0 5h-4zM4.500 8h4.500a2.500 2.500 0 0 1 0 5h-4.500z',
  italic: 'M7 3h5M4 13h5M9.500 3l-3 10',
  heading: 'M3 3v10M9 3v10M3 8h6M12 7.500l1.500-1V13',
  subheading: 'M3 5v8M8 5v8M3 9h5M11 8h3l-2 2a1.500 1.500 0 1 1-1 2.700',
  bullets: 'M6.500 4H14M6.500 8H14M6.500 12H14M2.500 4h.100M2.500 8h.100M2.500 12h.100',
  numbers: 'M7 4h7M7 8h7M7 12h7M2 3l1.200-.700V6M2 10h2l-2 3h2.200',
  quote: 'M3 4v8M6.500 5H14M6.500 8H14M6.500 11h5',
  code: 'm5.500 4.500-4 3.500 4 3.500M10.500 4.500l4 3.500-4 3.500',
  codeBlock: 'M2 3h12v10H2zM6.500 6.200 4.500 8l2 1.800M9.500 6.200l2 1.800-2 1.800',
  link: 'm6.500 9.500 3-3M7 4.500l1.500-1.500a3 3 0 0 1 4.300 4.300L11 9M9 11.500 7.500 13a3 3 0 0 1-4.300-4.300L5 7',
  file: 'M2 3h12v10H2zM2 11l3.500-3.500 3 3 2-2L14 12M10.500 6h.100',
  table: 'M2 3h12v10H2zM2 6.500h12M2 9.700h12M7 3v10',
  note: 'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM8 7.500V11M8 5v.100',
  tip: 'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM5 8.200l2.200 2.200L11.200 6',
  warning: 'M8 2 1.500 13.500h13zM8 6.500v3.500M8 12v.100',
  snippet: 'M5 5h9v9H5zM2 11V2h9',
};

/** The drawing of a tool, beside its name. */
export function ToolIcon({ name }: { name: ToolName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
