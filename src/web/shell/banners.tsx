import { NewVersionBanner } from './new-version-banner.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { SessionEndedBanner } from './session-ended-banner.tsx';

/** What must be said above every screen. */
export function Banners() {
  return (
    <>
      <OfflineBanner />
      <SessionEndedBanner />
      <NewVersionBanner />
    </>
  );
}
