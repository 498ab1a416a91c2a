import type { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { createBrowserRouter, type RouteObject, redirect } from 'react-router';
import type { WebModule, WebRoute } from '../module.ts';
import { ErrorPage } from './error-page.tsx';
import { ForPermission } from './for-permission.tsx';
import { entriesFor } from './nav-entries.ts';
import { NoEntryPage } from './no-entry-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { sessionQuery } from './session.ts';
import { Shell } from './shell.tsx';
import { Waiting } from './waiting.tsx';

/** Where the staff site lives; module paths are below it. */
const base = '/lam-viec';

function routeOf(declared: WebRoute): RouteObject {
  const Screen = lazy(async () => ({ default: (await declared.load()).Component }));
  return {
    path: declared.path,
    errorElement: <ErrorPage />,
    // The code is under way while the session and the frame are; nothing waits for it here.
    loader: () => {
      declared.load().catch(() => undefined);
      return null;
    },
    shouldRevalidate: () => false,
    element: (
      <ForPermission permission={declared.permission}>
        <Screen />
      </ForPermission>
    ),
  };
}

/** The routes of all modules inside the one shell. */
export function newRouter(modules: readonly WebModule[], client: QueryClient) {
  async function toFirstPage(): Promise<Response | null> {
    const session = await client.fetchQuery(sessionQuery).catch(() => undefined);
    const first = session && entriesFor(modules, session.permissions)[0];
    return first ? redirect(first.path) : null;
  }
  return createBrowserRouter(
    [
      {
        path: '/',
        element: <Shell modules={modules} />,
        errorElement: <ErrorPage bare />,
        hydrateFallbackElement: <Waiting />,
        children: [
          { index: true, loader: toFirstPage, element: <NoEntryPage /> },
          ...modules.flatMap((module) => module.routes.map(routeOf)),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
    { basename: base },
  );
}
