import { iconPaths, type IconName } from "./icon-paths";

export type { IconName };

const sizes = {
  small: "h-[0.9rem] w-[0.9rem]",
  normal: "h-[1.1rem] w-[1.1rem]",
  large: "h-[1.7rem] w-[1.7rem]",
} as const;

/** A drawing that stands beside words, never instead of them: it is hidden from screen readers. */
export function Icon({ name, size = "normal" }: { name: IconName; size?: keyof typeof sizes }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size === "large" ? 1.7 : 1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={`${sizes[size]} flex-none`}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
