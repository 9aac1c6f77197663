import { cva } from "class-variance-authority";

/** Classes of a button, shared by links, submit buttons on the server and the pending button in the browser. */
export const buttonLook = cva(
  "inline-flex items-center justify-center gap-2 rounded-sheet border text-center whitespace-nowrap no-underline transition-colors disabled:opacity-60 max-phone:whitespace-normal worker:whitespace-normal print:hidden",
  {
    variants: {
      tone: {
        outline: "border-line-strong bg-surface text-ink hover:border-ink hover:bg-paper",
        primary:
          "border-signal-fill bg-signal-fill font-bold text-surface hover:border-signal-dark hover:bg-signal-dark",
        danger: "border-late bg-surface font-bold text-late hover:bg-late-wash",
        link: "border-transparent bg-transparent px-1 text-info underline hover:decoration-2",
      },
      size: {
        normal: "min-h-control px-4 py-1 text-body",
        small: "min-h-[1.5rem] px-3 text-[0.7rem] worker:min-h-control worker:text-body",
        big: "min-h-control w-full px-5 py-3 text-head font-bold",
      },
      wide: { true: "w-full", false: "worker:w-full" },
    },
    compoundVariants: [{ tone: "link", class: "px-1" }],
    defaultVariants: { tone: "outline", size: "normal", wide: false },
  },
);
