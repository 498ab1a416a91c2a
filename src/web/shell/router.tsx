import { createBrowserRouter, type RouteObject } from 'react-router';
import type { WebModule, WebRoute } from '../module.ts';
import { ErrorPage } from './error-page.tsx';
import { FirstPage } from './first-page.tsx';
import { ForPermission } from './for-permission.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';
import { Waiting } from './waiting.tsx';

/** Where the staff site lives; module paths are below it. */
export const base = '/lam-viec';

function routeOf(declared: WebRoute): RouteObject {
  return {
    path: declared.path,
    errorElement: <ErrorPage />,
    lazy: async () => {
      const { Component } = await declared.load();
      return {
        element: (
          <ForPermission permission={declared.permission}>
            <Component />
          </ForPermission>
        ),
      };
    },
  };
}

/** The routes of all modules inside the one shell. */
export function newRouter(modules: readonly WebModule[]) {
  return createBrowserRouter(
    [
      {
        path: '/',
        element: <Shell modules={modules} />,
        errorElement: <ErrorPage bare />,
        hydrateFallbackElement: <Waiting />,
        children: [
          { index: true, element: <FirstPage modules={modules} /> },
          ...modules.flatMap((module) => module.routes.map(routeOf)),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
    { basename: base },
  );
}
