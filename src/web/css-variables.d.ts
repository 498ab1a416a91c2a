import 'react';

declare module 'react' {
  /** Own variables of a stylesheet may be set from a component. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
