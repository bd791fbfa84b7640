const shapes = {
  inbox: "M2 9.5 4 3h8l2 6.5V13H2V9.5h3.5l1 2h3l1-2H14",
  snoozed: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 3v3.2l2.2 1.6",
  answered: "M6.5 4 2.5 8l4 4M2.5 8h6a5 5 0 0 1 5 5",
  closed: "m3 8.5 3.2 3.2L13 4.8",
  month: "M2.5 2.5v11h11M5 11V8m3 3V5m3 6V7",
  sources:
    "M2.5 13.5a.5.5 0 1 1 1 0 .5.5 0 1 1-1 0M2.5 8a5.5 5.5 0 0 1 5.5 5.5M2.5 3a10.5 10.5 0 0 1 10.5 10.5",
  alerts:
    "M8 2a4 4 0 0 0-4 4c0 3.5-1.5 5-1.5 5h11S12 9.500 12 6a4 4 0 0 0-4-4M6.500 13.500a1.600 1.600 0 0 0 3 0",
  labeling: "m10.500 2.500 3 3L6 13H3v-3l7.500-7.500Zm-2.200 2.200 3 3",
  templates: "M3 2.5h7l3 3v8H3v-11Zm2.5 5h5m-5 3h5",
  topics: "M2.5 7.5v-5h5l6 6-5 5-6-6ZM5 5h.01",
  settings: "M2 5h6m4 0h2M2 11h2m4 0h6M8 5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M4 11a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.300 7.800 3.200 3.200",
  filter: "M2 4h12M4.5 8h7M6.5 12h3",
  back: "M10 3 5 8l5 5",
  cross: "m4 4 8 8m0-8-8 8",
  facts: "M2.5 2.5h11v11h-11zM9.5 2.5v11",
  menu: "M2 4h12M2 8h12M2 12h12",
  open: "M6 3H3v10h10v-3M9 3h4v4m0-4L7.5 8.5",
  plus: "M8 3v10M3 8h10",
  down: "m4 6 4 4 4-4",
  keys: "M1.5 4h13v8h-13zM4 6.5h.01M6.700 6.5h.01M9.400 6.5h.01M12 6.5h.01M5 9.5h6",
  narrow: "M6 3v10M13 8H9m1.5-2L8.5 8l2 2M2.5 2.5h11v11h-11z",
  silence:
    "M1.5 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8ZM8 6a2 2 0 1 0 0 4 2 2 0 1 0 0-4",
  stuck: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM3.800 3.800l8.400 8.400",
  warning: "M8 2 1.5 13.5h13L8 2Zm0 4.5v3.5m0 1.5v.1",
  undo: "M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6",
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing; the word beside it, or the button's label, says what it means. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
