import { type ComponentType, type ReactNode, useId } from 'react';

interface BannerProps {
  readonly tone: 'info' | 'warning';
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** One line above the screen, with at most one thing to do. */
export function Banner({ tone, icon: Icon, children, action }: BannerProps) {
  const id = useId();
  return (
    <div className="banner" data-tone={tone} role="status" aria-labelledby={id}>
      <Icon size={20} stroke={1.6} />
      <span id={id} className="banner-words">
        {children}
      </span>
      {action}
    </div>
  );
}
